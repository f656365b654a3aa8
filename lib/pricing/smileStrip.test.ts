import { expect, test } from "vitest";
import { black } from "./black";
import { smileStrip } from "./smileStrip";
import { knownSurface } from "./surfaceFixture";
import { surfaceProbabilityBelow } from "./surfaceLaw";
import { strikeVolatility } from "./surfaceVolatility";

const SURFACE = knownSurface({ volatility: 0.7, rho: -0.3, eta: 0.8 }, [0.05, 0.25]);
const STRIP = {
  forward: 104,
  timeToExpiryYears: 0.1,
  discount: 0.99,
  strikes: [80, 104, 104, 140],
  isPut: [true, true, false, false],
};

test("default: each option is Black's at its own volatility, seen from the strip's forward", () => {
  const values = smileStrip(SURFACE, STRIP);
  STRIP.strikes.forEach((strike, index) => {
    const { forward, timeToExpiryYears, discount } = STRIP;
    const volatility = strikeVolatility(SURFACE, { strike, timeToExpiryYears, forward });
    const option = black({
      forward,
      strike,
      timeToExpiryYears,
      volatility,
      isPut: STRIP.isPut[index] ?? false,
      discount,
    });
    for (const key of ["price", "delta", "gamma", "vega", "theta"] as const)
      expect(values[key][index]).toBe(option[key]);
    expect(values.probabilityBelow[index]).toBe(
      surfaceProbabilityBelow(SURFACE, { strike, timeToExpiryYears, forward }),
    );
  });
  expect((values.price[2] ?? 0) - (values.price[1] ?? 0)).toBeCloseTo(0, 12);
  expect(values.probabilityBelow[0]).toBeLessThan(values.probabilityBelow[1] ?? 0);
});

test("behavior: at expiry the intrinsic value, struck at nothing the forward", () => {
  const expired = smileStrip(SURFACE, { ...STRIP, timeToExpiryYears: 0, discount: 1 });
  expect(Array.from(expired.price)).toEqual([0, 0, 0, 0]);
  expect(Array.from(expired.probabilityBelow)).toEqual([0, 0, 0, 1]);
  const free = smileStrip(SURFACE, { ...STRIP, discount: 1, strikes: [0], isPut: [false] });
  expect([free.price[0], free.delta[0], free.probabilityBelow[0]]).toEqual([104, 1, 0]);
});

test("error: no forward, no time, no strike: NaN", () => {
  for (const change of [
    { forward: 0 },
    { timeToExpiryYears: -1 },
    { strikes: [Number.NaN, -1, Number.NaN, Number.NaN] },
  ]) {
    const values = smileStrip(SURFACE, { ...STRIP, ...change });
    for (const column of Object.values(values)) for (const value of column) expect(value).toBeNaN();
  }
});
