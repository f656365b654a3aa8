import fc from "fast-check";
import { expect, test } from "vitest";
import { exactly, minus, plus } from "./doubleDouble";
import { MILLS_CENTRES } from "./millsCentres";
import { COMPLEMENT_FROM, fillMillsPairs, millsPairs } from "./millsPairs";
import { millsRatio } from "./millsRatio";
import { millsSlope, upperMillsRatio } from "./upperMillsRatio";
import vectors from "./vectors/millsRatio.json";

test.each(vectors.rows)("default: R($w) and 1 − w·R", ({ w, ratio, slope }) => {
  expect(Math.abs(upperMillsRatio(w) / Number(ratio) - 1)).toBeLessThanOrEqual(1e-15);
  expect(Math.abs(millsSlope(w) / Number(slope) - 1)).toBeLessThanOrEqual(1e-15);
});

test("behavior: two engines agree: every centre with the double-double series and continued fraction", () => {
  MILLS_CENTRES.forEach(([high, low], index) => {
    const rest = minus(millsRatio(exactly(1 - index / 8)), { high, low });
    expect(Math.abs(rest.high) / high, `R(${index / 8 - 1})`).toBeLessThan(5e-27);
  });
});

test("behavior: two engines agree between the centres and beyond them", () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 37, noNaN: true }), (w) => {
      const exact = millsRatio(exactly(-w)).high;
      expect(Math.abs(upperMillsRatio(w) / exact - 1)).toBeLessThanOrEqual(4e-16);
    }),
  );
});

test("behavior: two engines agree on pairs, whatever the step", () => {
  const pairs = millsPairs();
  const half = fc.oneof(
    fc.double({ min: 0.05, max: 0.2, noNaN: true }),

    fc.double({ min: 1e-7, max: 0.05, noNaN: true }),
    fc.double({ min: 1e-3, max: 4, noNaN: true }),
    fc.constant(0),
  );
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 30, noNaN: true }),
      half,
      fc.double({ min: -1, max: 1, noNaN: true }),
      (h, t, part) => {
        const low = h > 1e-200 ? part * h * 2 ** -54 : 0;
        pairs.high[0] = h;
        pairs.low[0] = low;
        pairs.half[0] = t;
        fillMillsPairs(pairs, 1);
        const left = millsRatio(plus({ high: t, low: 0 }, { high: -h, low: -low }));
        const right = millsRatio(minus({ high: -t, low: 0 }, { high: h, low }));
        expect(Math.abs((pairs.right[0] ?? NaN) / right.high - 1)).toBeLessThanOrEqual(1e-15);
        if (t - h > COMPLEMENT_FROM) {
          const other = millsRatio(minus({ high: h, low }, exactly(t)));
          expect(Math.abs((pairs.left[0] ?? NaN) / other.high - 1)).toBeLessThanOrEqual(1e-15);
          expect(Math.abs((pairs.gap[0] ?? NaN) / plus(other, right).high - 1)).toBeLessThanOrEqual(1e-15);
          return;
        }
        expect(Math.abs((pairs.left[0] ?? NaN) / left.high - 1)).toBeLessThanOrEqual(1e-15);
        const exact = minus(left, right).high;
        expect(Math.abs((pairs.gap[0] ?? NaN) - exact)).toBeLessThanOrEqual(
          4e-16 * t + 1e-15 * exact + Number.MIN_VALUE,
        );
      },
    ),
    { numRuns: 600 },
  );
});

test("behavior: between neighbours of the table nothing is lost to the rounding of their values", () => {
  const pairs = millsPairs();
  for (let place = 0; place < 62; place += 1) {
    const h = place / 8 + 0.0625;
    pairs.high[0] = h;
    pairs.low[0] = 0;
    pairs.half[0] = 0.0625;
    fillMillsPairs(pairs, 1);
    const exact = minus(millsRatio(exactly(0.0625 - h)), millsRatio(exactly(-0.0625 - h))).high;
    expect(Math.abs((pairs.gap[0] ?? NaN) - exact), `at ${h}`).toBeLessThanOrEqual(2e-16 * exact);
  }
});

test("behavior: ends, and outside of the domain NaN", () => {
  expect([upperMillsRatio(Infinity), millsSlope(Infinity), upperMillsRatio(1e300)]).toEqual([0, 0, 1e-300]);
  for (const w of [-1.01, -Infinity, NaN]) {
    expect(upperMillsRatio(w)).toBeNaN();
    expect(millsSlope(w)).toBeNaN();
  }
});
