import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { Requests } from "@/lib/vault/Position";

/** What the vault's `requestsOf` answers: IStrategyVault.Requests. */
export function mapRequests(requests: { readonly [Field in keyof Requests]: bigint }): Requests {
  return {
    pendingDepositAssets: tokenAmount(requests.pendingDepositAssets),
    claimableDepositAssets: tokenAmount(requests.claimableDepositAssets),
    claimableDepositShares: shares(requests.claimableDepositShares),
    refundableAssets: tokenAmount(requests.refundableAssets),
    pendingRedeemShares: shares(requests.pendingRedeemShares),
    claimableRedeemShares: shares(requests.claimableRedeemShares),
    claimableRedeemAssets: tokenAmount(requests.claimableRedeemAssets),
    refundableShares: shares(requests.refundableShares),
  };
}
