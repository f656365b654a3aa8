import type { Shares } from "@/lib/units/Shares";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { epochSchedule, type ScheduledInstant, type ScheduledVault } from "./epochSchedule";
import type { Position } from "./Position";

/**
 * One thing that an address has to do or to wait for in a vault. Claims and refunds are due at once; what waits is
 * executed at `until` and can be cancelled free until then.
 */
export type NextAction =
  | { readonly kind: "claimAssets"; readonly assets: TokenAmount; readonly shares: Shares }
  | { readonly kind: "claimShares"; readonly shares: Shares; readonly assets: TokenAmount }
  | { readonly kind: "refundAssets"; readonly assets: TokenAmount }
  | { readonly kind: "refundShares"; readonly shares: Shares }
  | { readonly kind: "waitForShares"; readonly assets: TokenAmount; readonly until: ScheduledInstant }
  | { readonly kind: "waitForAssets"; readonly shares: Shares; readonly until: ScheduledInstant };

/**
 * Everything open between an address and a vault, in the order in which it wants attention: money first, then shares,
 * then what comes back, then what waits. Read from the chain alone, so it is the same in every browser.
 */
export function requestLedger({ requests }: Position, vault: ScheduledVault, now: UnixSeconds): readonly NextAction[] {
  const until = epochSchedule(vault, now).requestExecutesAt;
  const rows: NextAction[] = [];
  if (requests.claimableRedeemShares > 0n) {
    const { claimableRedeemAssets: assets, claimableRedeemShares: shares } = requests;
    rows.push({ kind: "claimAssets", assets, shares });
  }
  if (requests.claimableDepositShares > 0n) {
    const { claimableDepositAssets: assets, claimableDepositShares: shares } = requests;
    rows.push({ kind: "claimShares", shares, assets });
  }
  if (requests.refundableAssets > 0n) rows.push({ kind: "refundAssets", assets: requests.refundableAssets });
  if (requests.refundableShares > 0n) rows.push({ kind: "refundShares", shares: requests.refundableShares });
  if (requests.pendingDepositAssets > 0n) {
    rows.push({ kind: "waitForShares", assets: requests.pendingDepositAssets, until });
  }
  if (requests.pendingRedeemShares > 0n) {
    rows.push({ kind: "waitForAssets", shares: requests.pendingRedeemShares, until });
  }
  return rows;
}

/** The one next action of an address in a vault, or null when nothing is open. */
export function nextAction(position: Position, vault: ScheduledVault, now: UnixSeconds): NextAction | null {
  return requestLedger(position, vault, now)[0] ?? null;
}
