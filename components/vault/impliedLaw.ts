import { lognormalLaw, type SettlementLaw } from "./settlementLaw";
import type { VaultFigures } from "./VaultFigures";

/** The law of the settlement price that this epoch's fills imply; null without a volatility. */
export function impliedLaw({ market, volatility }: Pick<VaultFigures, "market" | "volatility">): SettlementLaw | null {
  if (market === null || !volatility?.ok) return null;
  return lognormalLaw({
    forward: market.spot,
    timeToExpiryYears: market.timeToExpiryYears,
    volatility: volatility.headline,
  });
}
