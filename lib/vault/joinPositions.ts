import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { Position, Requests } from "./Position";

/**
 * What several addresses have together, one position a vault, in the order in which vaults first appear. Nobody's own: it can be
 * valued, and nothing can be done with it, so its allowances are 0 and its owner is the first one's.
 */
export function joinPositions(positions: readonly Position[]): readonly Position[] {
  const joined = new Map<string, Position>();
  for (const position of positions) {
    const key = position.vault.toLowerCase();
    const before = joined.get(key);
    joined.set(key, before === undefined ? position : sumOf(before, position));
  }
  return [...joined.values()];
}

function sumOf(a: Position, b: Position): Position {
  return {
    vault: a.vault,
    owner: a.owner,
    shares: shares(a.shares + b.shares),
    requests: sumOfRequests(a.requests, b.requests),
    walletAssets: tokenAmount(a.walletAssets + b.walletAssets),
    assetAllowance: tokenAmount(0n),
    shareAllowance: shares(0n),
  };
}

function sumOfRequests(a: Requests, b: Requests): Requests {
  return {
    pendingDepositAssets: tokenAmount(a.pendingDepositAssets + b.pendingDepositAssets),
    claimableDepositAssets: tokenAmount(a.claimableDepositAssets + b.claimableDepositAssets),
    claimableDepositShares: shares(a.claimableDepositShares + b.claimableDepositShares),
    refundableAssets: tokenAmount(a.refundableAssets + b.refundableAssets),
    pendingRedeemShares: shares(a.pendingRedeemShares + b.pendingRedeemShares),
    claimableRedeemShares: shares(a.claimableRedeemShares + b.claimableRedeemShares),
    claimableRedeemAssets: tokenAmount(a.claimableRedeemAssets + b.claimableRedeemAssets),
    refundableShares: shares(a.refundableShares + b.refundableShares),
  };
}
