import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { cheapestCap, lossCaps, lossSlope, withLossCap } from "./capLoss";
import { exactLegs } from "./exactLegs";
import type { Leg } from "./Leg";
import { requiredCollateral } from "./margin";
import type { DepositKind, Product } from "./Product";
import { recogniseTemplate } from "./recogniseTemplate";
import { nearestStrike, strikeAway, templateLegs } from "./strikeGrid";
import { TEMPLATE_IDS, TEMPLATES, templatesFor } from "./templates";
import { profitAtExpiry } from "./value";
import { bestCase, leastProfitWithin, worstCase } from "./worstCase";

const put = (side: 1 | -1, strike: number, quantity = 1): Leg => ({ isPut: true, side, strike, quantity });
const call = (side: 1 | -1, strike: number, quantity = 1): Leg => ({ isPut: false, side, strike, quantity });

function product(deposit: DepositKind, legs: readonly Leg[], premium: number): Product {
  return { underlying: "ETH", deposit, expiry: unixSeconds(0n), legs, cash: 1, premium, entrySpot: 3500 };
}

const LISTED = Array.from({ length: 41 }, (_, index) => 2500 + 50 * index);
const PLACES = { spot: 3482.4, deviation: 0.105, listed: LISTED };
const strangle = product("quote", [put(-1, 3050), call(-1, 4000)], 36.77);

const anyLegs = fc.array(
  fc.record({
    isPut: fc.boolean(),
    side: fc.constantFrom<1 | -1>(1, -1),
    strike: fc.constantFrom(...LISTED),
    quantity: fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10),
  }),
  { minLength: 1, maxLength: 8 },
);
const anyProduct = fc
  .record({
    legs: anyLegs,
    deposit: fc.constantFrom<DepositKind>("quote", "underlying"),
    premium: fc.integer({ min: -30, max: 30 }),
  })
  .map(({ legs, deposit, premium }) => product(deposit, legs, deposit === "quote" ? premium * 10 : premium / 1000));

describe("templates", () => {
  test("default: every outlook has some, and each one is recognised by its own legs", () => {
    for (const outlook of ["bullish", "neutral", "bearish", "volatile", "protect"] as const) {
      expect(templatesFor(outlook).length).toBeGreaterThan(1);
    }
    for (const id of TEMPLATE_IDS) {
      const legs = templateLegs(TEMPLATES[id], PLACES);
      const { deposit } = TEMPLATES[id];
      expect(recogniseTemplate({ legs: legs ?? [], deposit }, [id])).toBe(id);
    }
  });

  test("default: strikes are as far as the market expects the coin to move, at listed ones", () => {
    expect(templateLegs(TEMPLATES.ironCondor, PLACES)).toEqual([
      put(1, 2900),
      put(-1, 3150),
      call(-1, 3850),
      call(1, 4200),
    ]);
    expect(templateLegs(TEMPLATES.shortStraddle, PLACES)?.map(({ strike }) => strike)).toEqual([3500, 3500]);
  });

  test("behavior: on a coarse grid different strikes stay different, and too few are no template", () => {
    const strikes = (listed: readonly number[]) =>
      templateLegs(TEMPLATES.ironCondor, { ...PLACES, listed })?.map(({ strike }) => strike);
    expect(strikes([3000, 3500, 4000, 4500])).toEqual([3000, 3500, 4000, 4500]);
    expect(strikes([3000, 3500, 4000, 4500, 5000])).toEqual([3000, 3500, 4000, 4500]);
    expect(strikes([3000, 3500, 4000])).toBeUndefined();
    expect(templateLegs(TEMPLATES.longCall, { ...PLACES, listed: [] })).toBeNull();
  });

  test("behavior: unequal quantities, other sides and other deposits are none of them", () => {
    expect(recogniseTemplate({ legs: [put(-1, 3050), call(-1, 4000, 2)], deposit: "quote" })).toBeUndefined();
    expect(recogniseTemplate({ legs: [call(1, 4000)], deposit: "underlying" })).toBeUndefined();
    expect(recogniseTemplate({ legs: [call(-1, 4000), put(-1, 3050)], deposit: "quote" })).toBe("shortStrangle");
    expect(recogniseTemplate({ legs: [], deposit: "quote" })).toBeUndefined();
  });
});

describe("listed strikes", () => {
  test("default: the nearest, and steps away from it; the ends hold", () => {
    expect([nearestStrike(LISTED, 3074), nearestStrike(LISTED, 3075), nearestStrike(LISTED, 99)]).toEqual([
      3050, 3050, 2500,
    ]);
    expect([strikeAway(LISTED, 3050, 1), strikeAway(LISTED, 3060, -1), strikeAway(LISTED, 4500, 5)]).toEqual([
      3100, 3000, 4500,
    ]);
    expect([nearestStrike([], 1), strikeAway([], 1, 1)]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe("worst case", () => {
  test("default: by hand, with every place that reaches it", () => {
    const condor = product("quote", [put(1, 2850), put(-1, 3050), call(-1, 4000), call(1, 4200)], 25);
    expect(worstCase(condor, "usd")).toEqual({
      profit: -175,
      at: [
        { from: 0, to: 2850 },
        { from: 4200, to: Number.POSITIVE_INFINITY },
      ],
    });
    expect(bestCase(condor, "usd")).toEqual({ profit: 25, at: [{ from: 3050, to: 4000 }] });
    const infinity = Number.POSITIVE_INFINITY;
    expect(worstCase(strangle, "usd")).toEqual({ profit: -infinity, at: [{ from: infinity, to: infinity }] });
    expect(leastProfitWithin(strangle, { from: 0, to: 3500 })).toBeCloseTo(36.77 - 3050, 9);
    expect(leastProfitWithin(strangle, { from: 3500, to: infinity })).toBe(-infinity);
    expect(worstCase(product("underlying", [put(1, 3000)], 0), "usd")).toEqual({
      profit: -500,
      at: [{ from: 0, to: 3000 }],
    });
  });

  test("behavior: no price of a fine grid, nor either end, is worse or better, and the places told reach it", () => {
    fc.assert(
      fc.property(anyProduct, (one) => {
        const [worst, best] = [worstCase(one, "usd"), bestCase(one, "usd")];
        const prices = [
          ...Array.from({ length: 1201 }, (_, step) => step * 5),
          ...one.legs.map(({ strike }) => strike),
        ];
        const profits = prices.map((price) => profitAtExpiry(one, price, "usd"));
        const slope = profitAtExpiry(one, 9001, "usd") - profitAtExpiry(one, 9000, "usd");
        const tolerance = 1e-7;
        expect(Math.min(...profits)).toBeGreaterThanOrEqual(worst.profit - tolerance);
        expect(Math.max(...profits)).toBeLessThanOrEqual(best.profit + tolerance);
        expect(worst.profit === Number.NEGATIVE_INFINITY).toBe(slope < -1e-9);
        expect(best.profit === Number.POSITIVE_INFINITY).toBe(slope > 1e-9);
        if (Number.isFinite(worst.profit)) {
          expect(Math.min(...profits)).toBeCloseTo(worst.profit, 6);
          for (const { from, to } of worst.at) {
            expect(profitAtExpiry(one, from, "usd")).toBeCloseTo(worst.profit, 6);
            expect(profitAtExpiry(one, Math.min(to, 9000), "usd")).toBeCloseTo(worst.profit, 6);
          }
        }
        const least = leastProfitWithin(one, { from: 0, to: 6000 });
        expect(Math.min(...profits)).toBeCloseTo(least, 6);
      }),
    );
  });
});

describe("cap the loss", () => {
  const offers = LISTED.map((strike) => ({ strike, price: 20 * Math.exp((4000 - strike) / 300) }));

  test("default: as many calls as are short; the cost counts in what is left", () => {
    expect([lossSlope(strangle, "up"), lossSlope(strangle, "down")]).toEqual([1, 1]);
    const caps = lossCaps(strangle, "up", [
      { strike: 4250, price: 8 },
      { strike: 4500, price: 3 },
    ]);
    expect(caps.map(({ leg }) => leg)).toEqual([call(1, 4250), call(1, 4500)]);
    expect(caps[0]?.worst).toBeCloseTo(36.77 - 8 - 250, 9);
    expect(cheapestCap(caps, Number.POSITIVE_INFINITY)?.leg.strike).toBe(4500);
    expect(cheapestCap(caps, 300)?.leg.strike).toBe(4250);
    expect(cheapestCap(caps, 100)).toBeNull();
  });

  test("behavior: coins pay with coins, so one call a coin is too few", () => {
    const twice = product("underlying", [call(-1, 4000, 2)], 0.02);
    const [cap] = lossCaps(twice, "up", [{ strike: 4200, price: 35 }]);
    expect(cap?.leg.quantity).toBeGreaterThan(0.98);
    expect(worstCase(withLossCap(twice, cap ?? { leg: call(1, 1), cost: 0 }), "usd").profit).toBeGreaterThan(-3501);
  });

  test("behavior: nothing to cap, no price, no cap", () => {
    expect(lossCaps(product("quote", [call(1, 4000)], -20), "up", offers)).toEqual([]);
    expect(
      lossCaps(strangle, "up", [
        { strike: 4250, price: 0 },
        { strike: 4300, price: Number.NaN },
      ]),
    ).toEqual([]);
  });

  test("behavior: whatever the structure, a cap bounds its side by what it says, at every price", () => {
    fc.assert(
      fc.property(anyProduct, fc.constantFrom("up" as const, "down" as const), (one, side) => {
        for (const cap of lossCaps(one, side, offers)) {
          const capped = withLossCap(one, cap);
          expect(lossSlope(capped, side)).toBeLessThan(1e-9);
          const prices = Array.from({ length: 200 }, (_, step) =>
            side === "up" ? 3500 + step * 100 : 3500 - step * 17.5,
          );
          const profits = prices.map((price) => profitAtExpiry(capped, price, "usd"));
          expect(Math.min(...profits)).toBeGreaterThanOrEqual(cap.worst - 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("exact legs", () => {
  test("default: margin of a built structure to the wei", () => {
    const condor = exactLegs([put(1, 2850, 0.3), put(-1, 3050, 0.3), call(-1, 4000, 0.3), call(1, 4200, 0.3)]);
    expect(condor[1]).toEqual({ isPut: true, strike: 305_000_000_000n, size: -300_000_000_000_000_000n });
    expect(requiredCollateral(condor, { inUnderlying: false, decimals: 6 })).toEqual({
      ok: true,
      required: 60_000_000n,
    });
    expect(requiredCollateral(exactLegs(strangle.legs), { inUnderlying: false, decimals: 6 })).toEqual({
      ok: false,
      reason: "unboundedUpwards",
    });
  });
});
