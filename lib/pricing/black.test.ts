import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalDensity } from "@/lib/math/normal";
import { type BlackInput, black } from "./black";
import greekRows from "./vectors/blackScholes.json";
import haugRows from "./vectors/haug.json";

const PHI_0 = 0.3989422804014327;

/** The reference rows are seen from the spot: F = S·e^((r−q)T), derivatives in spot, rate and calendar time. */
function seenFromSpot(input: {
  readonly spot: number;
  readonly strike: number;
  readonly timeToExpiryYears: number;
  readonly volatility: number;
  readonly isPut: boolean;
  readonly rate: number;
  readonly carryYield: number;
}) {
  const { spot, rate, carryYield, ...option } = input;
  const time = option.timeToExpiryYears;
  const growth = Math.exp((rate - carryYield) * time);
  const found = black({ ...option, forward: spot * growth, discount: Math.exp(-rate * time) });
  const delta = found.delta * growth;
  return {
    price: found.price,
    delta,
    gamma: found.gamma * growth * growth,
    vega: found.vega,
    theta: found.theta - (rate - carryYield) * spot * delta,
    rho: found.rho + time * spot * delta,
  };
}

describe("reference values", () => {
  test.each(haugRows.rows)("default: Haug's $measure of a $type, S $S K $K T $T", (row) => {
    const spot = Number(row.S);
    const result = seenFromSpot({
      spot,
      strike: Number(row.K),
      timeToExpiryYears: Number(row.T),
      volatility: Number(row.vol),
      isPut: row.type === "put",
      rate: Number(row.r),
      carryYield: Number(row.q),
    });
    const actual = result[row.measure as keyof typeof result];
    const expected = Number(row.mp_value);
    const scale = row.measure === "price" ? 1e-14 * spot : 1e-12 * Math.abs(expected);
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(scale);
    expect(Math.abs(actual - Number(row.published))).toBeLessThanOrEqual(Number(row.tol ?? 1e-4));
  });

  test.each(greekRows.rows)("default: price and Greeks of a $type, S $S K $K, $days days", (row) => {
    const time = row.days / 365;
    const actual = seenFromSpot({
      spot: row.S,
      strike: row.K,
      timeToExpiryYears: time,
      volatility: row.vol,
      isPut: row.type === "put",
      rate: row.r,
      carryYield: row.q,
    });
    const deviation = row.vol * Math.sqrt(time);
    const scales = {
      price: 1e-14 * row.S,
      delta: 1e-12,
      gamma: (1e-12 * PHI_0) / (row.S * deviation),
      vega: 1e-12 * row.S * PHI_0 * Math.sqrt(time),
      theta: (1e-12 * row.S * PHI_0 * row.vol) / (2 * Math.sqrt(time)),
      rho: 1e-12 * row.K * time,
    };
    for (const [name, tolerance] of Object.entries(scales)) {
      const key = name as keyof typeof scales;
      expect(Math.abs(actual[key] - Number(row[key])), name).toBeLessThanOrEqual(tolerance);
    }
  });
});

const inputs = fc.record({
  forward: fc.double({ min: 1, max: 1e5, noNaN: true }),
  moneyness: fc.double({ min: -2, max: 2, noNaN: true }),
  timeToExpiryYears: fc.double({ min: 1 / 365, max: 3, noNaN: true }),
  volatility: fc.double({ min: 0.05, max: 3, noNaN: true }),
  discount: fc.double({ min: 0.5, max: 1, noNaN: true }),
});

function optionOf({
  moneyness,
  ...rest
}: { forward: number; moneyness: number } & Required<Omit<BlackInput, "strike" | "isPut">>) {
  return { ...rest, strike: rest.forward * Math.exp(moneyness), isPut: moneyness < 0 };
}

test("default: at the money d₁ is half the deviation exactly, and vega and gamma keep the density's last digits", () => {
  for (const half of [0.1234567891234, 0.8123456789123, 1.7123456712345, 3.6512345678912, 6.1234567812345]) {
    const found = black({ forward: 100, strike: 100, timeToExpiryYears: 1, volatility: 2 * half, isPut: false });
    expect(Math.abs(found.vega / (100 * normalDensity(half)) - 1)).toBeLessThanOrEqual(4e-16);
    expect(Math.abs((found.gamma * 200 * half) / normalDensity(half) - 1)).toBeLessThanOrEqual(6e-16);
  }
});

describe("properties", () => {
  test("behavior: a call less a put is the discounted forward less the strike, in price and every Greek", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const option = optionOf(input);
        const call = black({ ...option, isPut: false });
        const put = black({ ...option, isPut: true });
        const { forward, strike, discount, timeToExpiryYears } = option;
        const parity = discount * (forward - strike);
        const scale = 1e-14 * (forward + strike);
        expect(Math.abs(call.price - put.price - parity)).toBeLessThanOrEqual(scale);
        expect(Math.abs(call.delta - put.delta - discount)).toBeLessThanOrEqual(1e-15);
        expect(call.gamma).toBe(put.gamma);
        expect(call.vega).toBe(put.vega);
        expect(Math.abs(call.rho - put.rho + timeToExpiryYears * parity)).toBeLessThanOrEqual(4 * scale);
        const rate = -Math.log(discount) / timeToExpiryYears;
        expect(Math.abs(call.theta - put.theta - rate * parity)).toBeLessThanOrEqual(
          1e-11 * (forward + strike) * (1 + rate),
        );
      }),
    );
  });

  test("behavior: rises with volatility, between the intrinsic value and its bound", () => {
    fc.assert(
      fc.property(inputs, fc.double({ min: 1e-3, max: 1, noNaN: true }), (input, more) => {
        const option = optionOf(input);
        const { price } = black(option);
        expect(black({ ...option, volatility: option.volatility + more }).price).toBeGreaterThanOrEqual(
          price * (1 - 1e-13),
        );
        expect(price).toBeGreaterThanOrEqual(0);
        expect(price).toBeLessThanOrEqual(option.discount * (option.isPut ? option.strike : option.forward));
        const inTheMoney = black({ ...option, isPut: !option.isPut }).price;
        expect(inTheMoney).toBeGreaterThanOrEqual(option.discount * Math.abs(option.forward - option.strike));
      }),
    );
  });

  test("behavior: the Greeks are the differences of the price", () => {
    const near = inputs.filter(
      ({ moneyness, volatility, timeToExpiryYears }) =>
        Math.abs(moneyness) < 2 * volatility * Math.sqrt(timeToExpiryYears),
    );
    fc.assert(
      fc.property(near, (input) => {
        const option = optionOf(input);
        const { forward, volatility, timeToExpiryYears: time } = option;
        const deviation = volatility * Math.sqrt(time);
        const rate = -Math.log(option.discount) / time;
        const greeks = black(option);
        const priceAt = (change: Partial<BlackInput>) => black({ ...option, ...change }).price;
        const step = 1e-4 * deviation * forward;
        const delta = (priceAt({ forward: forward + step }) - priceAt({ forward: forward - step })) / (2 * step);
        expect(Math.abs(delta - greeks.delta)).toBeLessThan(1e-7);
        const wide = 1e-3 * deviation * forward;
        const gamma =
          (priceAt({ forward: forward + wide }) - 2 * greeks.price + priceAt({ forward: forward - wide })) / wide ** 2;
        expect(Math.abs(gamma - greeks.gamma)).toBeLessThan(1e-4 / (forward * deviation));
        const vol = 1e-4 * volatility;
        const vega =
          (priceAt({ volatility: volatility + vol }) - priceAt({ volatility: volatility - vol })) / (2 * vol);
        expect(Math.abs(vega - greeks.vega)).toBeLessThan(1e-6 * forward * Math.sqrt(time));
        const hour = 1e-4 * time;
        const at = (years: number) => priceAt({ timeToExpiryYears: years, discount: Math.exp(-rate * years) });
        const theta = (at(time - hour) - at(time + hour)) / (2 * hour);
        expect(Math.abs(theta - greeks.theta)).toBeLessThan((1e-6 * forward) / time);
        const point = 1e-5;
        const atRate = (shift: number) => priceAt({ discount: Math.exp(-(rate + shift) * time) });
        const rho = (atRate(point) - atRate(-point)) / (2 * point);
        expect(Math.abs(rho - greeks.rho)).toBeLessThan(1e-6 * forward * time + 1e-8 * forward);
      }),
    );
  });

  test("behavior: two engines agree: the formula and the payoff integrated over the lognormal law", () => {
    for (const { strike, volatility, time } of [
      { strike: 3100, volatility: 0.6, time: 7 / 365 },
      { strike: 3950, volatility: 0.55, time: 7 / 365 },
      { strike: 3500, volatility: 1.4, time: 0.5 },
    ]) {
      for (const isPut of [false, true]) {
        const { price } = black({ forward: 3500, strike, timeToExpiryYears: time, volatility, isPut });
        expect(Math.abs(integratedPrice({ strike, volatility, time, isPut }) / price - 1)).toBeLessThan(1e-7);
      }
    }
  });
});

/** Simpson's rule in the normal deviate, split at the kink. */
function integratedPrice(option: { strike: number; volatility: number; time: number; isPut: boolean }): number {
  const deviation = option.volatility * Math.sqrt(option.time);
  const kink = (Math.log(option.strike / 3500) + 0.5 * deviation * deviation) / deviation;
  const [from, to] = option.isPut ? [-10, kink] : [kink, 10];
  const count = 4000;
  const width = (to - from) / count;
  let sum = 0;
  for (let index = 0; index <= count; index += 1) {
    const z = from + index * width;
    const price = 3500 * Math.exp(deviation * z - 0.5 * deviation * deviation);
    const weight = index === 0 || index === count ? 1 : index % 2 === 1 ? 4 : 2;
    sum += weight * Math.abs(price - option.strike) * PHI_0 * Math.exp(-0.5 * z * z);
  }
  return (sum * width) / 3;
}

describe("limits", () => {
  const option = { forward: 3500, strike: 3000, timeToExpiryYears: 0.1, volatility: 0.6, isPut: false };

  test("behavior: at expiry and without volatility, the discounted intrinsic value", () => {
    for (const change of [{ timeToExpiryYears: 0 }, { volatility: 0 }]) {
      expect(black({ ...option, ...change })).toMatchObject({ price: 500, delta: 1, gamma: 0, vega: 0, theta: 0 });
      expect(black({ ...option, ...change, isPut: true })).toMatchObject({ price: 0, delta: 0, gamma: 0 });
      expect(black({ ...option, ...change, strike: 4000, isPut: true })).toMatchObject({ price: 500, delta: -1 });
    }
    expect(black({ ...option, volatility: 0, discount: 0.5 }).price).toBe(250);
    const hardly = { forward: 0.001, strike: 0.0010000000000000002, timeToExpiryYears: 1, volatility: 5e-324 };
    expect(black({ ...hardly, isPut: false })).toMatchObject({ price: 0, delta: 0, gamma: 0, vega: 0 });
  });

  test("behavior: at the money with nothing left to happen, delta is its limit and the unbounded ones are 0", () => {
    const atTheMoney = black({ ...option, strike: 3500, volatility: 0 });
    expect(atTheMoney).toMatchObject({ price: 0, delta: 0.5, gamma: 0, theta: 0 });
    expect(atTheMoney.vega).toBeCloseTo(3500 * PHI_0 * Math.sqrt(0.1), 10);
    expect(black({ ...option, strike: 3500, timeToExpiryYears: 0, isPut: true })).toMatchObject({
      delta: -0.5,
      vega: 0,
    });
  });

  test("behavior: strike 0 is the forward itself, forward 0 is worth the strike to a put and nothing to a call", () => {
    expect(black({ ...option, strike: 0 })).toMatchObject({ price: 3500, delta: 1, vega: 0 });
    expect(black({ ...option, strike: 0, isPut: true })).toMatchObject({ price: 0, delta: 0 });
    expect(black({ ...option, forward: 0 }).price).toBe(0);
    expect(black({ ...option, forward: 0, isPut: true })).toMatchObject({ price: 3000, delta: -1 });
    expect(black({ ...option, strike: 1e-300 }).price).toBe(3500);
  });

  test("behavior: without end, a call is worth the forward and a put the strike", () => {
    expect(black({ ...option, volatility: 1e4 }).price).toBe(3500);
    expect(black({ ...option, volatility: 1e4, isPut: true }).price).toBeCloseTo(3000, 9);
  });

  test("behavior: far out of the money the price keeps its leading digits", () => {
    const { price } = black({ forward: 100, strike: 1000, timeToExpiryYears: 1, volatility: 0.1, isPut: false });
    expect(Math.abs(price / 1.7548573778025513e-117 - 1)).toBeLessThan(1e-12);
  });

  test("error: outside of its domain every field is NaN", () => {
    for (const change of [
      { forward: -1 },
      { strike: -1 },
      { forward: -1, strike: -1 },
      { strike: NaN },
      { timeToExpiryYears: -1 },
      { volatility: -0.1 },
      { discount: 0 },
    ]) {
      for (const value of Object.values(black({ ...option, ...change }))) expect(value).toBeNaN();
    }
  });
});
