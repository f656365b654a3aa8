import type { KeyValue } from "@/components/ui/KeyValueList";
import { Signed } from "@/components/ui/Signed";
import { formatToken } from "@/lib/format/formatToken";
import { formatSignedUsd, formatUsd } from "@/lib/format/formatUsd";
import { holdingParts } from "@/lib/risk/holdingParts";
import type { VaultHolding } from "@/lib/risk/vaultHolding";

/** The shares and what they are worth, then what waits or is ready apart from them, then both together. */
export function positionItems(holding: VaultHolding): readonly KeyValue[] {
  const { pendingUsd, claimableUsd, refundableUsd, apartUsd, totalUsd } = holdingParts(holding);
  const items = holding.value.sharesAtRisk > 0n ? [...shareItems(holding)] : [];
  if (pendingUsd > 0) items.push({ key: "Waiting to join", value: formatUsd(pendingUsd) });
  if (claimableUsd > 0) items.push({ key: "Ready to claim", value: formatUsd(claimableUsd) });
  if (refundableUsd > 0) items.push({ key: "Ready to take back", value: formatUsd(refundableUsd) });
  if (apartUsd > 0)
    items.push({ key: "Total in this vault", value: <b className="font-medium">{formatUsd(totalUsd)}</b> });
  return items;
}

/** At the price of the last settlement, which is the share price shown elsewhere, then what the open epoch made of it. */
function shareItems(holding: VaultHolding): readonly KeyValue[] {
  const { value, vault, position, isUnpriced } = holding;
  const { openedUsd, epochUsd, sharesUsd } = holdingParts(holding);
  const hasOpen = value.sharesAtRisk > position.shares;
  const items: KeyValue[] = [
    { key: hasOpen ? "Shares, requests included" : "Shares", value: formatToken(value.sharesAtRisk, vault.share) },
  ];
  if (epochUsd !== null) {
    items.push({ key: "Worth when the epoch opened", value: formatUsd(openedUsd) });
    const text = <Signed value={epochUsd}>{formatSignedUsd(epochUsd)}</Signed>;
    items.push({ key: "This epoch so far, before fees", value: text });
  }
  items.push({ key: "Value of these shares", value: formatUsd(sharesUsd) });
  if (isUnpriced) items.push({ key: "Options held", value: "no volatility: counted at the last settlement" });
  return items;
}
