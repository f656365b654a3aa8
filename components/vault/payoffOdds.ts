import type { OddsZone } from "@/components/charts/PayoffShape";
import type { LognormalInput } from "@/lib/pricing/lognormal";
import { outcomeZones } from "@/lib/products/outcomeZones";
import { type ZoneOdds, zoneOdds } from "@/lib/risk/zoneOdds";
import type { VaultFigures } from "./VaultFigures";

/** The law of the settlement price that this epoch's fills imply; null without a volatility. */
export function impliedLaw({ market, volatility }: Pick<VaultFigures, "market" | "volatility">): LognormalInput | null {
  if (market === null || !volatility?.ok) return null;
  return {
    forward: market.spot,
    timeToExpiryYears: market.timeToExpiryYears,
    volatility: volatility.headline,
  };
}

/** Every outcome in dollars with its odds, ascending by price; null without a volatility. */
export function outcomeOdds(figures: Pick<VaultFigures, "product" | "market" | "volatility">): ZoneOdds[] | null {
  const law = impliedLaw(figures);
  return law && zoneOdds(outcomeZones(figures.product, "usd"), law);
}

/** The outcomes as the chart draws them: gains as one zone, cut at the ends of the axis. Their odds stay whole. */
export function chartZones(
  zones: readonly ZoneOdds[],
  range: { readonly lo: number; readonly hi: number },
): OddsZone[] {
  const stops = zones.some((zone) => zone.kind === "fullLoss");
  const merged: OddsZone[] = [];
  for (const zone of zones) {
    const name = zoneName(zone, stops);
    const last = merged.at(-1);
    if (last?.name === name) {
      merged[merged.length - 1] = { ...last, to: zone.to, probability: last.probability + zone.odds };
    } else {
      const loss = zone.kind === "partLoss" || zone.kind === "fullLoss";
      merged.push({ from: zone.from, to: zone.to, probability: zone.odds, name, loss });
    }
  }
  return merged
    .map((zone) => ({ ...zone, from: Math.max(zone.from, range.lo), to: Math.min(zone.to, range.hi) }))
    .filter((zone) => zone.to > zone.from);
}

function zoneName({ kind }: ZoneOdds, stops: boolean): string {
  if (kind === "fullLoss") return "full loss";
  if (kind === "partLoss") return stops ? "part loss" : "loss";
  return "profit";
}
