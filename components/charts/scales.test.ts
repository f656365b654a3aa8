import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linearScale } from "./linearScale";
import { ticks } from "./ticks";

describe("linearScale", () => {
  it("default: maps the ends to the ends and back", () => {
    const scale = linearScale({ domain: [2_680, 4_180], range: [58, 940] });
    expect(scale.at(2_680)).toBe(58);
    expect(scale.at(4_180)).toBe(940);
    expect(scale.invert(scale.at(3_482.4))).toBeCloseTo(3_482.4, 9);
  });

  it("behavior: an empty domain is drawn in the middle", () => {
    expect(linearScale({ domain: [5, 5], range: [0, 10] }).at(5)).toBe(5);
  });
});

describe("ticks", () => {
  it("default: round numbers", () => {
    expect(ticks(-684, 220, 5)).toEqual([-600, -400, -200, 0, 200]);
    expect(ticks(0.1, 0.34, 3)).toEqual([0.1, 0.2, 0.3]);
  });

  it("behavior: never outside the range, never many more than asked", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        (lo, span) => {
          const found = ticks(lo, lo + span, 5);
          expect(found.length).toBeLessThanOrEqual(6);
          for (const tick of found) {
            expect(tick).toBeGreaterThanOrEqual(lo - span * 1e-6);
            expect(tick).toBeLessThanOrEqual(lo + span * (1 + 1e-6));
          }
        },
      ),
    );
  });

  it("error: a range without width has none", () => {
    expect(ticks(1, 1, 5)).toEqual([]);
    expect(ticks(0, Number.POSITIVE_INFINITY, 5)).toEqual([]);
  });
});
