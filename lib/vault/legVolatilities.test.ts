import { describe, expect, test } from "vitest";
import type { SurfaceSlice } from "@/lib/pricing/VolatilitySurface";
import { price8 } from "@/lib/units/Price8";
import { SECONDS_PER_YEAR, unixSeconds } from "@/lib/units/UnixSeconds";
import { impliedVolatilityOfFills } from "./impliedVolatilityOfFills";
import { type LegVolatilitiesInput, legVolatilities } from "./legVolatilities";
import { MARKET_LEAD_SECONDS, MARKET_LIFE_SECONDS, type MarketSurface } from "./MarketSurface";
import { EXPIRY, fillOf, leg, NOW, putEpoch, putVault } from "./vaultFixture";

const AS_OF = Number(NOW) - 40;
const SPOT = 3450;
const DAYS = 86_400 / SECONDS_PER_YEAR;
const YEARS = (Number(EXPIRY) - AS_OF) / SECONDS_PER_YEAR;

/** A smile that is the same volatility at every strike. */
function flat(volatility: number, timeToExpiryYears: number, rmsVolatility = 0.004): SurfaceSlice {
  return {
    timeToExpiryYears,
    forward: SPOT * 1.002,
    svi: { a: volatility ** 2 * timeToExpiryYears, b: 0, rho: 0, m: 0, sigma: 0.1 },
    fit: { quotes: 20, rmsVolatility, worstVolatility: 0.01 },
  };
}

/** w = θ + b·(ρk + √(k² + σ²) − σ): θ at the money. */
function skewed(volatility: number, timeToExpiryYears: number): SurfaceSlice {
  const slice = flat(volatility, timeToExpiryYears);
  const [b, sigma] = [0.02, 0.05];
  return { ...slice, svi: { a: slice.svi.a - b * sigma, b, rho: -0.6, m: 0, sigma } };
}

function marketOf(slices: readonly SurfaceSlice[], asOf = AS_OF): MarketSurface {
  const view = { source: { name: "Local market" }, indexPrice: SPOT, asOf, surface: { slices }, rmsVolatility: 0.005 };
  return { ok: true, view };
}

const choose = (changes: Partial<LegVolatilitiesInput> = {}) =>
  legVolatilities({ vault: putVault(), fills: [fillOf()], market: marketOf([flat(0.5, YEARS)]), now: NOW, ...changes });

describe("the source of a vault's volatility", () => {
  test("default: the market's surface, with who, when, how exact and the basis that is left out", () => {
    expect(choose()).toEqual({
      ok: true,
      source: "market",
      volatilities: [expect.closeTo(0.5, 12)],
      headline: expect.closeTo(0.5, 12),
      name: "Local market",
      asOf: unixSeconds(BigInt(AS_OF)),
      ageSeconds: 40n,
      error: 0.004,
      basis: expect.closeTo(0.002, 12),
    });
  });

  test("behavior: each leg has the smile's volatility at its strike against the feed's spot", () => {
    const legs = [leg(true, -1, 3100n), leg(false, -1, 3450n), leg(false, 1, 3900n)];
    const chosen = choose({ vault: putVault({ epoch: putEpoch({ legs }) }), market: marketOf([skewed(0.5, YEARS)]) });
    if (!chosen.ok || chosen.source !== "market") throw new TypeError("the market is there");
    const at = (strike: number) => {
      const k = Math.log(strike / SPOT);
      return Math.sqrt((0.25 * YEARS + 0.02 * (-0.6 * k + Math.hypot(k, 0.05) - 0.05)) / YEARS);
    };
    expect(chosen.volatilities).toEqual([at(3100), at(3450), at(3900)].map((value) => expect.closeTo(value, 12)));
    expect(chosen.headline).toBeCloseTo(0.5, 12);
  });

  test("behavior: between two expiries the error is the larger one's, the variance between theirs", () => {
    const slices = [flat(0.6, YEARS - 2 * DAYS, 0.002), flat(0.4, YEARS + 2 * DAYS, 0.009)];
    const chosen = choose({ market: marketOf(slices) });
    const variance = 0.5 * (0.36 * (YEARS - 2 * DAYS) + 0.16 * (YEARS + 2 * DAYS));
    expect(chosen).toMatchObject({ error: 0.009, headline: expect.closeTo(Math.sqrt(variance / YEARS), 12) });
  });

  test("behavior: at an expiry of the surface the error is that slice's own, beyond the last one the last one's", () => {
    const slices = [flat(0.6, YEARS - 2 * DAYS, 0.002), flat(0.5, YEARS, 0.003), flat(0.4, YEARS + 2 * DAYS, 0.009)];
    expect(choose({ market: marketOf(slices) })).toMatchObject({ error: 0.003, headline: expect.closeTo(0.5, 12) });
    expect(choose({ market: marketOf(slices.slice(0, 1)) })).toMatchObject({ error: 0.002 });
  });

  test.each([
    ["a minute ahead of the newest block", Number(NOW) + MARKET_LEAD_SECONDS, 0n],
    ["just fresh", Number(NOW) - MARKET_LIFE_SECONDS, BigInt(MARKET_LIFE_SECONDS)],
  ])("behavior: %s is used", (_, asOf, ageSeconds) => {
    expect(choose({ market: marketOf([flat(0.5, YEARS)], asOf) })).toMatchObject({ source: "market", ageSeconds });
  });

  test("behavior: it lives five minutes and may be a minute ahead", () => {
    expect(MARKET_LIFE_SECONDS).toBe(300);
    expect(MARKET_LEAD_SECONDS).toBe(60);
  });

  test("behavior: a clock that is ahead of the chain's by more than that is not believed", () => {
    const market = marketOf([flat(0.5, YEARS)], Number(NOW) + MARKET_LEAD_SECONDS + 1);
    expect(choose({ market })).toMatchObject({ source: "fills", absence: { reason: "early", ageSeconds: null } });
  });

  test("behavior: no second too old; then the epoch's fills, labelled with the market's age", () => {
    const market = marketOf([flat(0.5, YEARS)], Number(NOW) - MARKET_LIFE_SECONDS - 1);
    const fills = impliedVolatilityOfFills(putVault(), [fillOf()], NOW);
    if (!fills.ok) throw new TypeError("the fills imply one");
    expect(choose({ market })).toEqual({
      ok: true,
      source: "fills",
      volatilities: fills.volatilities,
      headline: fills.headline,
      asOf: fills.filledAt,
      ageSeconds: fills.ageSeconds,
      error: null,
      absence: { reason: "stale", ageSeconds: BigInt(MARKET_LIFE_SECONDS + 1) },
    });
  });

  test.each(["notConfigured", "unreachable", "stale", "unusable"] as const)("behavior: %s: the fills", (reason) => {
    const chosen = choose({ market: { ok: false, reason, detail: "Because." } });
    expect(chosen).toMatchObject({ ok: true, source: "fills", absence: { reason, ageSeconds: null } });
  });

  test("behavior: a surface made after the expiry, or without a price at a leg, values nothing", () => {
    const late = { market: marketOf([flat(0.5, YEARS)], Number(EXPIRY)), now: EXPIRY };
    expect(choose(late)).toMatchObject({ source: "fills", absence: { reason: "expired" } });
    const broken = flat(0.5, YEARS);
    const market = marketOf([{ ...broken, svi: { ...broken.svi, a: Number.NaN } }]);
    expect(choose({ market })).toMatchObject({ source: "fills", absence: { reason: "notPriced" } });
    const vault = putVault({ spot: { ...putVault().spot, price: price8(0n) } });
    expect(choose({ vault })).toMatchObject({ source: "fills", absence: { reason: "notPriced" } });
  });

  test("error: nothing is known yet, nothing is held, nothing was sold", () => {
    expect(choose({ market: undefined })).toEqual({ ok: false, reason: "waiting" });
    expect(choose({ vault: putVault({ epoch: putEpoch({ phase: "idle" }) }) })).toEqual({ ok: false, reason: "idle" });
    const market: MarketSurface = { ok: false, reason: "unreachable", detail: "Because." };
    expect(choose({ market, fills: [] })).toEqual({
      ok: false,
      reason: "nothingSold",
      absence: { reason: "unreachable", ageSeconds: null },
    });
  });
});
