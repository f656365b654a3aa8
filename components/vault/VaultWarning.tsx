import { Banner } from "@/components/ui/Banner";
import { formatAge } from "@/lib/format/formatTimeLeft";
import { formatToken } from "@/lib/format/formatToken";
import type { VaultFigures } from "./VaultFigures";

/** What stands in the way of a deposit or of trusting a figure: one at a time, most serious first. */
export function VaultWarning({ figures }: { readonly figures: VaultFigures }) {
  const { vault, isSpotStale, capacity, now } = figures;
  if (isSpotStale) {
    return (
      <Banner tone="warning" title={`The ${vault.underlyingSymbol} price is old.`}>
        The feed answered {formatAge(vault.spot.updatedAt, now)}. Values of today use that price; what is on chain is
        not affected.
      </Banner>
    );
  }
  if (vault.isDepositPaused) {
    return (
      <Banner tone="warning" title="New deposits are paused.">
        The guardian paused them. Withdrawals, cancellations and claims work as always.
      </Banner>
    );
  }
  if (capacity.room < vault.terms.minRequest) {
    return (
      <Banner tone="info" title="This vault is full.">
        Its cap is {formatToken(vault.terms.cap, vault.asset)}. There is room again when somebody leaves.
      </Banner>
    );
  }
  return null;
}
