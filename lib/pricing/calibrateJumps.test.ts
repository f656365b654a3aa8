import { describe, expect, test } from "vitest";
import type { VolatilityQuote } from "./Calibration";
import { calibrateKou, calibrateMerton } from "./calibrateJumps";
import { characteristicStrip } from "./characteristicStrip";
import { impliedVolatility } from "./impliedVolatility";
import { kouCharacteristic, mertonCharacteristic } from "./jumpCharacteristic";
import { changed, fourthOrder, type JumpModel, jumpStrip } from "./jumpStripFixture";

const MERTON: JumpModel = {
  kind: "merton",
  parameters: { volatility: 0.5, jumpIntensity: 4, meanLogJump: -0.08, jumpDeviation: 0.12 },
};
const KOU: JumpModel = {
  kind: "kou",
  parameters: { volatility: 0.5, jumpIntensity: 4, upProbability: 0.35, upRate: 14, downRate: 8 },
};
const FORWARD = 3500;

/** A chain of four expiries priced under a model. */
function chain(model: JumpModel): readonly VolatilityQuote[] {
  return [7, 30, 90, 180].flatMap((days) => {
    const timeToExpiryYears = days / 365;
    const deviation = 0.7 * Math.sqrt(timeToExpiryYears);
    const strikes = [-1.5, -0.9, -0.4, 0, 0.4, 0.9, 1.5].map((distance) => FORWARD * Math.exp(distance * deviation));
    const isPut = strikes.map((strike) => strike < FORWARD);
    const { price } = jumpStrip(model, { forward: FORWARD, timeToExpiryYears, strikes, isPut });
    return strikes.map((strike, index): VolatilityQuote => {
      const option = { forward: FORWARD, strike, timeToExpiryYears, isPut: isPut[index] ?? false };
      const implied = impliedVolatility({ ...option, price: price[index] ?? NaN });
      return { ...option, volatility: implied.ok ? implied.volatility : NaN };
    });
  });
}

function expectRecovered(
  model: JumpModel,
  found: ReturnType<typeof calibrateMerton> | ReturnType<typeof calibrateKou>,
) {
  if (!found.ok) throw new Error(found.reason);
  for (const [name, value] of Object.entries(model.parameters)) {
    const other: Readonly<Record<string, number>> = found.parameters;
    expect(Math.abs((other[name] ?? NaN) / value - 1), name).toBeLessThan(1e-5);
  }
  expect(found.rmsVolatility).toBeLessThan(1e-7);
  expect(found.activeBounds).toEqual([]);
}

describe("calibration", () => {
  test("default: finds the parameters that a chain was made with", () => {
    expectRecovered(MERTON, calibrateMerton(chain(MERTON)));
    expectRecovered(KOU, calibrateKou(chain(KOU)));
  });

  test("behavior: a chain without a smile leaves an error of a rounding, one of another law a small one, and says so", () => {
    const flat = calibrateMerton(chain(changed(MERTON, { jumpIntensity: 0 })));
    expect(flat.ok && flat.rmsVolatility).toBeLessThan(1e-5);
    const other = calibrateKou(chain(MERTON));
    expect(other.ok && other.rmsVolatility).toBeGreaterThan(1e-5);
    expect(other.ok && other.rmsVolatility).toBeLessThan(5e-3);
  });

  test("behavior: a parameter that the chain drives out of its bounds is reported", () => {
    const huge: JumpModel = { ...MERTON, parameters: { ...MERTON.parameters, volatility: 4.5 } };
    const found = calibrateMerton(chain(huge));
    expect(found.ok && found.activeBounds).toContain("volatility");
    expect(found.ok && found.parameters.volatility).toBe(4);
  });

  test("error: too few quotes, and quotes that are none", () => {
    expect(calibrateMerton(chain(MERTON).slice(0, 3))).toEqual({ ok: false, reason: "tooFewQuotes" });
    expect(calibrateKou([...chain(KOU), { forward: 1, strike: 1, timeToExpiryYears: 1, volatility: NaN }])).toEqual({
      ok: false,
      reason: "notANumber",
    });
  });
});

describe("transforms", () => {
  const strikes = [2600, 3200, 3500, 3900, 4700];

  /** Out-of-the-money prices and their derivatives in the parameters, one row a strike. */
  function rowsOf(model: JumpModel, withGradient: boolean): Float64Array {
    const law =
      model.kind === "merton"
        ? mertonCharacteristic(model.parameters, 0.2, withGradient)
        : kouCharacteristic(model.parameters, 0.2, withGradient);
    const rows = new Float64Array(strikes.length * (1 + law.derivativeCount));
    const request = { forward: FORWARD, strikes, rows, hasForward: false, digits: 32, nodeLimit: 4000 };
    expect(characteristicStrip(law, request)).toBe(true);
    return rows;
  }

  test.each([MERTON, KOU])(
    "behavior: two engines agree: the straight line, and series or bent contour ($kind)",
    (model) => {
      const isPut = strikes.map((strike) => strike < FORWARD);
      const { price } = jumpStrip(model, { forward: FORWARD, timeToExpiryYears: 0.2, strikes, isPut });
      rowsOf(model, false).forEach((value, index) => {
        expect(Math.abs(value - (price[index] ?? NaN))).toBeLessThan(1e-12 * FORWARD);
      });
    },
  );

  test.each([MERTON, KOU])(
    "behavior: derivatives in the parameters are the differences of the price ($kind)",
    (model) => {
      const names = Object.keys(model.parameters);
      const rows = rowsOf(model, true);
      names.forEach((name, place) => {
        const own: Readonly<Record<string, number>> = model.parameters;
        const value = own[name] ?? NaN;
        const width = 1e-3 * Math.abs(value);
        const moved = [2, 1, -1, -2].map((n) => {
          const parameters = { ...model.parameters, [name]: value + n * width };
          return rowsOf({ ...model, parameters } as JumpModel, false);
        });
        strikes.forEach((_, index) => {
          const difference = fourthOrder(
            moved.map((prices) => prices[index] ?? NaN),
            width,
          );
          const derivative = rows[index * (1 + names.length) + 1 + place] ?? NaN;
          expect(Math.abs(difference - derivative) * Math.abs(value), name).toBeLessThan(1e-9 * FORWARD);
        });
      });
    },
  );
});
