import { surfaceForward } from "@/lib/pricing/surfaceVariance";
import { surfaceVolatility } from "@/lib/pricing/surfaceVolatility";
import type { VolatilitySurface } from "@/lib/pricing/VolatilitySurface";
import { SECONDS_PER_YEAR, type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import { MARKET_LEAD_SECONDS, MARKET_LIFE_SECONDS, type MarketSurface, type MarketSurfaceView } from "./MarketSurface";

/**
 * Why the market's surface was not used: its own reasons, and `early`: its time is ahead of the chain's; `expired`: it was made
 * after the epoch's expiry; `notPriced`: the surface has no volatility for one of the legs.
 */
export type MarketAbsence = {
  readonly reason: Extract<MarketSurface, { ok: false }>["reason"] | "early" | "expired" | "notPriced";
  /** How old the surface is that was too old; null for every other reason. */
  readonly ageSeconds: bigint | null;
};

/** By the market's surface: what the options are worth now. */
export type MarketVolatilities = {
  readonly ok: true;
  readonly source: "market";
  /** One a leg, in the legs' order, annualised. */
  readonly volatilities: readonly number[];
  /** At the money, for the epoch's expiry; the one figure for a heading. */
  readonly headline: number;
  /** Who says so, for the screen. */
  readonly name: string;
  readonly asOf: UnixSeconds;
  readonly ageSeconds: bigint;
  /** Root of the mean square of fitted less quoted volatility, of the expiries next to the epoch's: 0.006 is 0.6 points. */
  readonly error: number;
  /** The market's forward over the feed's spot, less 1: what valuing on the spot leaves out. */
  readonly basis: number;
};

/** Options of one expiry: their strikes in dollars, and the feed's spot, above 0, that they are read against. */
export type AskedStrikes = {
  readonly strikes: readonly number[];
  readonly expiry: UnixSeconds;
  readonly spot: number;
};

/**
 * What a market's surface says of options at chain time, or why it says nothing. Strikes are read against the feed's spot, the forward of every
 * valuation on chain; the time is that from the surface to the expiry.
 */
export function marketVolatilities(
  { strikes, expiry, spot }: AskedStrikes,
  view: MarketSurfaceView,
  now: UnixSeconds,
): MarketVolatilities | MarketAbsence {
  const asOf = unixSeconds(BigInt(Math.floor(view.asOf)));
  const ageSeconds = now > asOf ? now - asOf : 0n;
  if (ageSeconds > BigInt(MARKET_LIFE_SECONDS)) return { reason: "stale", ageSeconds };
  if (asOf - now > BigInt(MARKET_LEAD_SECONDS)) return { reason: "early", ageSeconds: null };
  const timeToExpiryYears = (Number(expiry) - view.asOf) / SECONDS_PER_YEAR;
  if (!(timeToExpiryYears > 0)) return { reason: "expired", ageSeconds: null };
  const volatilityAt = (strike: number) => surfaceVolatility(view.surface, Math.log(strike / spot), timeToExpiryYears);
  const volatilities = strikes.map(volatilityAt);
  const headline = volatilityAt(spot);
  if (![headline, ...volatilities].every((volatility) => volatility > 0))
    return { reason: "notPriced", ageSeconds: null };
  return {
    ok: true,
    source: "market",
    volatilities,
    headline,
    name: view.source.name,
    asOf,
    ageSeconds,
    error: errorAt(view.surface, timeToExpiryYears),
    basis: surfaceForward(view.surface, timeToExpiryYears) / spot - 1,
  };
}

/** The error of the expiry's own slice, or the larger one of the slices around it; beyond the first and last, theirs. */
function errorAt({ slices }: VolatilitySurface, timeToExpiryYears: number): number {
  const before = slices.findLast((slice) => slice.timeToExpiryYears <= timeToExpiryYears);
  const after = slices.find((slice) => slice.timeToExpiryYears >= timeToExpiryYears);
  const around = [before ?? after, after ?? before].flatMap((slice) => slice?.fit.rmsVolatility ?? []);
  return before?.timeToExpiryYears === timeToExpiryYears ? before.fit.rmsVolatility : Math.max(...around);
}
