import type { SettlementLaw } from "@/lib/pricing/SettlementLaw";
import type { OutcomeKind, OutcomeZone } from "@/lib/products/outcomeZones";

/** An interval of outcomes and the odds that settlement falls into it, as option prices imply them. */
export type ZoneOdds = OutcomeZone & { readonly odds: number };

/** The odds of each zone under a law; they sum to 1. Implied by option prices, not a forecast. */
export function zoneOdds(
  zones: readonly OutcomeZone[],
  { probabilityBelow }: Pick<SettlementLaw, "probabilityBelow">,
): ZoneOdds[] {
  return zones.map((zone) => ({ ...zone, odds: probabilityBelow(zone.to) - probabilityBelow(zone.from) }));
}

/** The odds of losing anything at all: of all zones of a losing kind together. */
export function lossOdds(zones: readonly ZoneOdds[]): number {
  const losing: readonly OutcomeKind[] = ["partLoss", "fullLoss"];
  return zones.reduce((sum, zone) => (losing.includes(zone.kind) ? sum + zone.odds : sum), 0);
}
