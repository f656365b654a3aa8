import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { LegVolatilities } from "@/lib/vault/legVolatilities";
import type { MarketSurface } from "@/lib/vault/MarketSurface";
import type { MarketAbsence } from "@/lib/vault/marketVolatilities";
import { formatDuration } from "./formatTimeLeft";
import { fixedText } from "./numberText";

/**
 * Whose volatility a figure rests on, how old and how exact it is, or why there is none: one line, to stand beside the figure.
 * "Local market, fitted 40 s ago, ±0.6 pts" · "By this epoch's fills, 2 days old: the market source did not answer".
 */
export function describeVolatility(volatility: LegVolatilities): string {
  if (!volatility.ok) return describeMissing(volatility);
  if (volatility.source === "market") return fittedText(volatility);
  const age = formatDuration(volatility.ageSeconds);
  return `By this epoch's fills, ${age} old: ${describeMarketAbsence(volatility.absence)}`;
}

/** The whole surface in the same words, or the market's own sentence when it is not there. */
export function describeMarket(market: MarketSurface, now: UnixSeconds): string {
  if (!market.ok) return market.detail;
  const { source, asOf, rmsVolatility } = market.view;
  return fittedText({ name: source.name, ageSeconds: now - BigInt(Math.floor(asOf)), error: rmsVolatility });
}

/** Why the market's surface is not used, as the end of a sentence. */
export function describeMarketAbsence({ reason, ageSeconds }: MarketAbsence): string {
  switch (reason) {
    case "notConfigured":
      return "no option market is configured";
    case "unreachable":
      return "the market source did not answer";
    case "stale":
      return ageSeconds === null
        ? "the market source's quotes are too old"
        : `the market's surface is ${formatDuration(ageSeconds)} old`;
    case "unusable":
      return "the market source's quotes fit no surface";
    case "early":
      return "the market source's clock is ahead of the chain's";
    case "expired":
      return "the market's surface is from after the expiry";
    case "notPriced":
      return "the market's surface has no volatility for these strikes";
  }
}

function describeMissing(missing: Extract<LegVolatilities, { ok: false }>): string {
  switch (missing.reason) {
    case "waiting":
      return "Asking the option market …";
    case "idle":
      return "No options are held, so there is no volatility.";
    case "nothingSold":
      return `No volatility: nothing was sold this epoch, and ${describeMarketAbsence(missing.absence)}.`;
    case "pricesIncomplete":
      return `No volatility: the fills do not price every leg, and ${describeMarketAbsence(missing.absence)}.`;
    case "notImplied":
      return `No volatility: no volatility gives the prices paid, and ${describeMarketAbsence(missing.absence)}.`;
  }
}

function fittedText(by: { readonly name: string; readonly ageSeconds: bigint; readonly error: number }): string {
  const age = by.ageSeconds <= 0n ? "just now" : `${formatDuration(by.ageSeconds)} ago`;
  const error = by.error < 0.001 ? "less than ±0.1" : `±${fixedText(by.error * 100, 1)}`;
  return `${by.name}, fitted ${age}, ${error} pts`;
}
