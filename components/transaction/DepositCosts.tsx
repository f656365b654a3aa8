import type { ReactNode } from "react";
import { type KeyValue, KeyValueList } from "@/components/ui/KeyValueList";
import { PanelSection } from "@/components/ui/PanelSection";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatSignedToken, formatToken } from "@/lib/format/formatToken";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import { bpsToNumber } from "@/lib/units/Bps";
import { applyBps, type TokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { depositCapacity } from "@/lib/vault/depositCapacity";
import { epochSchedule } from "@/lib/vault/epochSchedule";
import type { Vault } from "@/lib/vault/Vault";

export type DepositCostsProps = {
  readonly vault: Vault;
  /** The amount typed, or null. */
  readonly assets: TokenAmount | null;
  readonly now: UnixSeconds;
  /** Why the vault takes no deposit at all. */
  readonly note: string | undefined;
  readonly children: ReactNode;
};

/** Fees, room, the most one epoch can take, and the first way out; then the button. */
export function DepositCosts({ vault, assets, now, note, children }: DepositCostsProps) {
  const { asset } = vault;
  const exit = epochSchedule(vault, now).firstExitAt;
  const items: readonly KeyValue[] = [
    { key: "Deposit fee", value: "none" },
    { key: "Running fees", value: runningFees(vault) },
    { key: "Room under the cap", value: formatToken(depositCapacity(vault).room, asset) },
    { key: exit.isFixed ? "No exit before" : "No exit before, usually", value: formatUtcDate(exit.at, now) },
    { key: "Most at risk, by policy", value: largestLoss(vault, assets), tone: "loss" },
  ];
  return (
    <PanelSection>
      <KeyValueList items={items} />
      {note ? <p className="mt-3 text-13 text-warning">{note}</p> : null}
      <div className="mt-4">{children}</div>
      <p className="mt-2 text-center text-12 text-ink-3">You see every step decoded and simulated before you sign.</p>
    </PanelSection>
  );
}

function runningFees({ terms }: Vault): string {
  const management = formatPercent(bpsToNumber(terms.managementFee), 1);
  return `${management} p.a. + ${formatPercent(bpsToNumber(terms.performanceFee), 0)} of profit`;
}

/** The policy's bound, which holds for every epoch to come; a covered call's coin can lose its value besides. */
function largestLoss({ terms, asset, underlying }: Vault, assets: TokenAmount | null): string {
  const share = bpsToNumber(terms.maxLoss);
  const text = share >= 1 ? "all of it" : formatPercent(share, 1);
  const inCoins = asset.address === underlying.address ? `, and ${asset.symbol} itself can fall` : "";
  if (assets === null) return `${text}${inCoins}`;
  return `${formatSignedToken(-applyBps(assets, terms.maxLoss, "up"), asset)}${inCoins}`;
}
