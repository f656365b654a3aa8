import { Banner } from "@/components/ui/Banner";
import { formatDuration } from "@/lib/format/formatTimeLeft";
import { formatToken } from "@/lib/format/formatToken";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import { isFull } from "./figureTexts";
import type { VaultFigures } from "./VaultFigures";

/** What stands in the way of a deposit or of trusting a figure: one at a time, most serious first. */
export function VaultWarning({ figures }: { readonly figures: VaultFigures }) {
  const { vault, isSpotStale, now } = figures;
  const { spot } = vault;
  if (isSpotStale) {
    return (
      <Banner
        tone="warning"
        title={`The ${vault.underlyingSymbol} price is ${formatDuration(now - spot.updatedAt)} old.`}
      >
        The feed last answered {formatUtcDate(spot.updatedAt, now)}. A price older than{" "}
        {formatDuration(BigInt(spot.maxAgeSeconds))} opens no epoch. Values below use it; requests, cancellations and
        claims work as always.
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
  if (isFull(figures)) {
    return (
      <Banner tone="info" title="This vault is full.">
        Its cap is {formatToken(vault.terms.cap, vault.asset)}. There is room again when somebody leaves.
      </Banner>
    );
  }
  return null;
}
