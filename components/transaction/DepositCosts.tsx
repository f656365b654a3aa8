import type { ReactNode } from "react";
import { type KeyValue, KeyValueList } from "@/components/ui/KeyValueList";
import { PanelSection } from "@/components/ui/PanelSection";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatToken } from "@/lib/format/formatToken";
import { bpsToNumber } from "@/lib/units/Bps";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { depositCapacity } from "@/lib/vault/depositCapacity";
import { epochSchedule } from "@/lib/vault/epochSchedule";
import type { Vault } from "@/lib/vault/Vault";
import { earliestExit } from "./earliestExit";
import { largestLoss } from "./largestLoss";

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
    earliestExit(exit, now),
    largestLoss(vault, assets),
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
