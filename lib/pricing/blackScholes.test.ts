import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BlackScholesResult, blackScholes } from "./blackScholes";
import type { BlackScholesInput } from "./blackScholesTerms";
import { digital } from "./digital";
import greekRows from "./vectors/blackScholes.json";
import digitalRows from "./vectors/digital.json";
import haugRows from "./vectors/haug.json";

type Greek = Exclude<keyof BlackScholesResult, "elasticity" | "probabilityInTheMoney">;

/** One product of factors: it keeps its own relative error. */
const PRODUCTS: ReadonlySet<string> = new Set(["delta", "gamma", "vega", "rho", "phi", "dualDelta", "dualGamma"]);

/** The size of the terms that a Greek is the sum of, with room for what d₁ and d₂ are sums of. */
function sizeOf(greek: string, option: BlackScholesInput, found: BlackScholesResult): number {
  const { spot, strike, timeToExpiryYears: time, volatility, rate, carryYield } = option;
  const deviation = volatility * Math.sqrt(time);
  const size = Math.abs(Math.log(spot / strike) + (rate - carryYield) * time) / deviation + 0.5 * deviation;
  const passing = 1 + (1 + Math.abs(rate - carryYield) * size) / deviation + (1 + size * size) / time;
  const sizes: Record<string, number> = {
    theta: found.vega * (volatility / time) + spot + strike,
    vanna: (found.gamma * spot * deviation * size) / volatility,
    volga: (found.vega * size * size) / volatility,
    charm: 1 + found.gamma * spot * deviation * passing,
    veta: found.vega * passing,
    speed: (found.gamma / spot) * (size / deviation + 1),
    zomma: (found.gamma * (1 + size * size)) / volatility,
    color: found.gamma * passing,
    ultima: (found.vega * size * size * (3 + size * size)) / volatility ** 2,
  };
  return sizes[greek] ?? Number.NaN;
}

function optionOf(row: { type: string; S: number; K: number; r: number; q: number; vol: number }, years: number) {
  return {
    spot: row.S,
    strike: row.K,
    timeToExpiryYears: years,
    volatility: row.vol,
    isPut: row.type === "put",
    rate: row.r,
    carryYield: row.q,
  };
}

describe("reference values", () => {
  test.each(greekRows.rows)("default: price and 16 Greeks of a $type, S $S K $K, $days days", (row) => {
    const option = optionOf(row, row.days / 365);
    const found = blackScholes(option);
    const { type: _type, S, K: _K, days: _days, r: _r, q: _q, vol: _vol, ...truths } = row;
    expect(Object.keys(truths)).toHaveLength(17);
    for (const [name, truth] of Object.entries(truths)) {
      const value = Number(truth);
      const size = PRODUCTS.has(name) ? Math.abs(value) : sizeOf(name, option, found);
      const allowed = name === "price" ? 3e-15 * S : 2e-13 * size;
      expect(Math.abs(found[name as Greek] - value), name).toBeLessThanOrEqual(allowed);
    }
  });

  test.each(haugRows.rows)("default: Haug's $measure of a $type, S $S K $K T $T", (row) => {
    const option = optionOf(
      { type: row.type, S: Number(row.S), K: Number(row.K), r: Number(row.r), q: Number(row.q), vol: Number(row.vol) },
      Number(row.T),
    );
    const actual = blackScholes(option)[row.measure as Greek];
    expect(Math.abs(actual / Number(row.mp_value) - 1)).toBeLessThanOrEqual(1e-13);
    expect(Math.abs(actual - Number(row.published))).toBeLessThanOrEqual(Number(row.tol ?? 1e-4));
  });

  test.each(digitalRows.rows)("default: $payoff or nothing, $type, S $S K $K", (row) => {
    const years = row.days === undefined ? (row.T ?? Number.NaN) : row.days / 365;
    const option = optionOf(row, years);
    const isCash = row.payoff === "cash";
    const found = digital(option, isCash ? { kind: "cash", amount: row.cash } : { kind: "asset" });
    const most = isCash ? row.cash : row.S;
    const deviation = row.vol * Math.sqrt(years);
    const size = Math.abs(Math.log(row.S / row.K) + (row.r - row.q) * years) / deviation + deviation;
    const allowed = {
      price: 1e-15 * most,
      delta: (1e-13 * most * (1 + 1 / deviation)) / row.S,
      gamma: (1e-13 * most * (1 + size / deviation)) / (row.S * row.S * deviation),
      vega: (1e-13 * most * size) / row.vol,
      theta: 1e-13 * most * (1 + 1 / deviation + size / years),
      rho: 1e-13 * most * years * (1 + 1 / deviation),
    };
    for (const name of Object.keys(allowed) as (keyof typeof allowed)[])
      expect(Math.abs(found[name] - Number(row[name])), name).toBeLessThanOrEqual(allowed[name]);
    if (row.published) expect(Math.abs(found.price - Number(row.published))).toBeLessThanOrEqual(5e-5);
  });
});

/** Options within three deviations, where differences of doubles still say something. */
const options = fc
  .record({
    spot: fc.double({ min: 1, max: 1e5, noNaN: true }),
    deviations: fc.double({ min: -3, max: 3, noNaN: true }),
    timeToExpiryYears: fc.double({ min: 3 / 365, max: 3, noNaN: true }),
    volatility: fc.double({ min: 0.05, max: 2, noNaN: true }),
    isPut: fc.boolean(),
    rate: fc.double({ min: -0.1, max: 0.2, noNaN: true }),
    carryYield: fc.double({ min: -0.1, max: 0.2, noNaN: true }),
  })
  .map(({ deviations, ...option }) => {
    const strike = option.spot * Math.exp(deviations * option.volatility * Math.sqrt(option.timeToExpiryYears));
    return { ...option, strike };
  });

/** Each Greek as the derivative of a lower one: in what, in what steps, of what sign. */
const DERIVATIVES: readonly (readonly [
  Greek,
  Greek,
  "spot" | "strike" | "volatility" | "rate" | "carryYield" | "timeToExpiryYears",
  1 | -1,
])[] = [
  ["delta", "price", "spot", 1],
  ["gamma", "delta", "spot", 1],
  ["vega", "price", "volatility", 1],
  ["theta", "price", "timeToExpiryYears", -1],
  ["rho", "price", "rate", 1],
  ["phi", "price", "carryYield", 1],
  ["vanna", "delta", "volatility", 1],
  ["vanna", "vega", "spot", 1],
  ["volga", "vega", "volatility", 1],
  ["charm", "delta", "timeToExpiryYears", -1],
  ["charm", "theta", "spot", 1],
  ["veta", "vega", "timeToExpiryYears", -1],
  ["speed", "gamma", "spot", 1],
  ["zomma", "gamma", "volatility", 1],
  ["color", "gamma", "timeToExpiryYears", -1],
  ["ultima", "volga", "volatility", 1],
  ["dualDelta", "price", "strike", 1],
  ["dualGamma", "dualDelta", "strike", 1],
];

/** The slope by a difference of the sixth order. */
function slope(at: (shift: number) => number, step: number): number {
  const [one, two, three] = [1, 2, 3].map((times) => at(times * step) - at(-times * step));
  return (45 * (one ?? 0) - 9 * (two ?? 0) + (three ?? 0)) / (60 * step);
}

describe("properties", () => {
  test.each(DERIVATIVES)("behavior: %s is the derivative of %s in the %s", (greek, of, argument, sign) => {
    fc.assert(
      fc.property(options, (option) => {
        const { spot, strike, timeToExpiryYears, volatility } = option;
        const deviation = volatility * Math.sqrt(timeToExpiryYears);
        const centre = Math.log(spot / strike) + (option.rate - option.carryYield) * timeToExpiryYears;
        const part = 0.005 / (1 + Math.abs(centre) / deviation + deviation);
        const steps = {
          spot: part * deviation * spot,
          strike: part * deviation * strike,
          volatility: part * volatility,
          timeToExpiryYears: part * timeToExpiryYears,
          rate: part * Math.min(1, deviation / timeToExpiryYears),
          carryYield: part * Math.min(1, deviation / timeToExpiryYears),
        };
        const step = steps[argument];
        const around = (shift: number) => blackScholes({ ...option, [argument]: option[argument] + shift })[of];
        const shifts = [-3, -2, -1, 1, 2, 3].map((times) => Math.abs(around(times * step)));
        const size = Math.max(...shifts, spot * 1e-9 * (of === "price" ? 1 : 0)) / step;
        const expected = sign * slope(around, step);
        expect(Math.abs(blackScholes(option)[greek] - expected)).toBeLessThanOrEqual(2e-8 * size);
      }),
      { numRuns: 30 },
    );
  });

  test("behavior: a call less a put is the discounted forward less the strike, in every Greek", () => {
    fc.assert(
      fc.property(options, (option) => {
        const call = blackScholes({ ...option, isPut: false });
        const put = blackScholes({ ...option, isPut: true });
        const { spot, strike, timeToExpiryYears: time, rate, carryYield } = option;
        const asset = Math.exp(-carryYield * time);
        const cash = strike * Math.exp(-rate * time);
        const parity = {
          price: spot * asset - cash,
          delta: asset,
          theta: carryYield * spot * asset - rate * cash,
          rho: time * cash,
          phi: -time * spot * asset,
          charm: carryYield * asset,
          dualDelta: -Math.exp(-rate * time),
        };
        const scale = {
          price: spot + strike,
          delta: 2,
          theta: spot + strike,
          rho: time * strike * 2,
          phi: time * spot * 2,
          charm: 1,
          dualDelta: 2,
        };
        for (const name of Object.keys(parity) as (keyof typeof parity)[])
          expect(Math.abs(call[name] - put[name] - parity[name]), name).toBeLessThanOrEqual(
            1e-14 * scale[name] + 1e-15 * (Math.abs(call[name]) + Math.abs(put[name])),
          );
        for (const name of [
          "gamma",
          "vega",
          "vanna",
          "volga",
          "veta",
          "speed",
          "zomma",
          "color",
          "ultima",
          "dualGamma",
        ] as const)
          expect(call[name]).toBe(put[name]);
      }),
    );
  });

  test("behavior: convex and monotone in the strike, within its bounds", () => {
    fc.assert(
      fc.property(options, fc.double({ min: 1e-3, max: 0.5, noNaN: true }), (option, width) => {
        const { spot, strike, timeToExpiryYears: time, isPut, rate, carryYield } = option;
        const at = (factor: number) => blackScholes({ ...option, strike: strike * factor }).price;
        const [below, here, above] = [at(1 - width), at(1), at(1 + width)];
        const rounding = 1e-14 * (spot + strike);
        expect(below + above - 2 * here).toBeGreaterThanOrEqual(-rounding);
        expect((isPut ? -1 : 1) * (below - above)).toBeGreaterThanOrEqual(-rounding);
        const most = isPut ? strike * Math.exp(-rate * time) : spot * Math.exp(-carryYield * time);
        expect(here).toBeLessThanOrEqual(most + rounding);
        expect(here).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("behavior: a digital is what the option loses to its strike, and both kinds make up the option", () => {
    fc.assert(
      fc.property(options, (option) => {
        const { spot, strike, isPut } = option;
        const cash = digital(option, { kind: "cash", amount: 1 });
        const asset = digital(option, { kind: "asset" });
        const vanilla = blackScholes(option);
        const sign = isPut ? -1 : 1;
        expect(cash.price).toBe(-sign * vanilla.dualDelta);
        for (const name of ["price", "delta", "vega", "theta", "rho"] as const) {
          const sum = Math.abs(asset[name]) + Math.abs(strike * cash[name]);
          const rounding = 1e-12 * sum + (name === "price" ? 1e-15 * (spot + strike) : 0);
          expect(Math.abs(sign * (asset[name] - strike * cash[name]) - vanilla[name]), name).toBeLessThanOrEqual(
            rounding,
          );
        }
      }),
    );
  });
});

describe("limits", () => {
  const option = {
    spot: 100,
    strike: 80,
    timeToExpiryYears: 0.5,
    volatility: 0.4,
    isPut: false,
    rate: 0.05,
    carryYield: 0.02,
  };
  const [asset, cash] = [Math.exp(-0.01), Math.exp(-0.025)];

  test("behavior: without volatility the discounted intrinsic value and its derivatives", () => {
    const certain = blackScholes({ ...option, volatility: 0 });
    expect(certain.price).toBeCloseTo(100 * asset - 80 * cash, 12);
    expect(certain).toMatchObject({ gamma: 0, vega: 0, speed: 0, ultima: 0, dualGamma: 0, probabilityInTheMoney: 1 });
    expect(certain.delta).toBeCloseTo(asset, 15);
    expect(certain.theta).toBeCloseTo(0.02 * 100 * asset - 0.05 * 80 * cash, 12);
    expect(certain.rho).toBeCloseTo(0.5 * 80 * cash, 12);
    expect(certain.charm).toBeCloseTo(0.02 * asset, 15);
    const without = blackScholes({ ...option, volatility: 0, isPut: true });
    expect(without).toMatchObject({ price: 0, delta: -0, theta: 0, probabilityInTheMoney: 0 });
  });

  test("behavior: at expiry the intrinsic value; at its kink half", () => {
    expect(blackScholes({ ...option, timeToExpiryYears: 0 })).toMatchObject({ price: 20, delta: 1, vega: 0, rho: 0 });
    const kink = { ...option, strike: 100, rate: 0, carryYield: 0, volatility: 0 };
    expect(blackScholes(kink)).toMatchObject({ price: 0, delta: 0.5, gamma: 0, dualDelta: -0.5 });
    expect(blackScholes(kink).vega).toBeCloseTo(100 * 0.3989422804014327 * Math.sqrt(0.5), 12);
    expect(digital(kink, { kind: "cash", amount: 10 })).toMatchObject({ price: 5, delta: 0, gamma: 0 });
  });

  test("behavior: strike 0 is the underlying itself, spot 0 is worth the strike to a put", () => {
    expect(blackScholes({ ...option, strike: 0 }).price).toBeCloseTo(100 * asset, 12);
    expect(blackScholes({ ...option, strike: 0 }).delta).toBeCloseTo(asset, 15);
    expect(blackScholes({ ...option, spot: 0, isPut: true }).price).toBeCloseTo(80 * cash, 12);
    expect(digital({ ...option, strike: 0 }, { kind: "asset" }).price).toBeCloseTo(100 * asset, 12);
    expect(digital({ ...option, spot: 0 }, { kind: "cash", amount: 3 })).toMatchObject({ price: 0, delta: 0 });
  });

  test("behavior: deep wings keep their leading digits", () => {
    const far = { ...option, spot: 100, strike: 1000, timeToExpiryYears: 1, volatility: 0.1, rate: 0, carryYield: 0 };
    expect(Math.abs(blackScholes(far).price / 1.7548573778025513e-117 - 1)).toBeLessThan(1e-12);
    expect(blackScholes({ ...far, volatility: 1e-3 })).toMatchObject({ price: 0, delta: 0, gamma: 0, vega: 0 });
  });

  test("error: outside of its domain every field is NaN", () => {
    for (const change of [
      { spot: -1 },
      { strike: NaN },
      { timeToExpiryYears: -1 },
      { volatility: Infinity },
      { rate: NaN },
      { carryYield: Infinity },
    ]) {
      for (const value of Object.values(blackScholes({ ...option, ...change }))) expect(value).toBeNaN();
      for (const value of Object.values(digital({ ...option, ...change }, { kind: "asset" }))) expect(value).toBeNaN();
    }
    for (const value of Object.values(digital(option, { kind: "cash", amount: NaN }))) expect(value).toBeNaN();
  });
});
