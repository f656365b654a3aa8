import { describe, expect, test } from "vitest";
import { batesPrices, batesStrip } from "./batesStrip";
import { blackStrip } from "./blackStrip";
import type { BatesParameters } from "./HestonParameters";
import { lawOf } from "./hestonFixture";

describe("limits", () => {
  const law: BatesParameters = lawOf({
    v0: 0.36,
    kappa: 2.5,
    theta: 0.3,
    sigma: 0.9,
    rho: -0.4,
    lambda: 1,
    nu: -0.1,
    delta: 0.2,
  });
  const strip = { forward: 100, timeToExpiryYears: 0.1, strikes: [80, 100, 120], isPut: [true, false, false] };

  test("behavior: without time, and with nothing left that moves, the values of Black without volatility", () => {
    expect(batesStrip(law, { ...strip, timeToExpiryYears: 0 })).toEqual(
      blackStrip(0, { ...strip, timeToExpiryYears: 0 }),
    );
    const still = { ...law, initialVariance: 0, longRunVariance: 0, jumpIntensity: 0 };
    expect(batesStrip(still, strip)).toEqual(blackStrip(0, strip));
    expect([...batesPrices(still, { ...strip, forward: 110 })]).toEqual([0, 10, 0]);
  });

  test("behavior: jumps alone, of one size: the price is the forward without a jump or a point after each", () => {
    const jumps = { ...law, initialVariance: 0, longRunVariance: 0, jumpDeviation: 0 };
    const found = batesStrip(jumps, strip);
    const drift = 100 * Math.exp(-0.1 * Math.expm1(-0.1));
    const chances = [Math.exp(-0.1), 0.1 * Math.exp(-0.1), 0.005 * Math.exp(-0.1)];
    const ends = chances.map((_, jump) => drift * Math.exp(-0.1 * jump));
    const call = (ends[0] as number) - 100;
    expect(Math.abs((found.price[1] as number) - call * (chances[0] as number))).toBeLessThan(1e-12);
    expect(Math.abs((found.probabilityBelow[1] as number) - (1 - (chances[0] as number)))).toBeLessThan(1e-12);
    expect(found.price[2]).toBeCloseTo(0, 12);
  });

  test("behavior: v₀ = 0 has no vega, and a price", () => {
    const found = batesStrip({ ...law, initialVariance: 0 }, strip);
    expect([...found.vega]).toEqual([0, 0, 0]);
    expect(found.price[1]).toBeGreaterThan(1);
  });

  test("behavior: strike 0 is the forward itself, strikes beyond all reach are worth the forward or nothing", () => {
    const found = batesStrip(law, {
      ...strip,
      discount: 0.5,
      strikes: [0, 0, 1e-200, 1e200],
      isPut: [false, true, false, false],
    });
    [50, 0, 50, 0].forEach((price, index) => {
      expect(found.price[index]).toBeCloseTo(price, 10);
    });
    expect([...batesPrices(law, { ...strip, discount: 0.5, strikes: [0, 0], isPut: [false, true] })]).toEqual([50, 0]);
  });

  test("error: outside the domain there is no value, and the strip's other options keep theirs", () => {
    for (const change of [
      { correlation: 1.1 },
      { initialVariance: -1 },
      { meanReversion: 0 },
      { jumpIntensity: Number.NaN },
    ]) {
      expect([...batesStrip({ ...law, ...change }, strip).price]).toEqual([NaN, NaN, NaN]);
      expect([...batesPrices({ ...law, ...change }, strip)]).toEqual([NaN, NaN, NaN]);
    }
    expect([...batesStrip(law, { ...strip, forward: 0 }).price]).toEqual([NaN, NaN, NaN]);
    const mixed = { ...strip, strikes: [-1, 100, Number.NaN] };
    expect([...batesStrip(law, mixed).price].map(Number.isNaN)).toEqual([true, false, true]);
    expect([...batesPrices(law, mixed)].map(Number.isNaN)).toEqual([true, false, true]);
  });
});
