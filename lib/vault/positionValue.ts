import { type Shares, shares } from "@/lib/units/Shares";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";
import type { Position } from "./Position";
import { convertToAssets, type PricedVault } from "./sharePrice";

/** What an address has in a vault, through the shares to the asset, at the price of the last settlement. */
export type PositionValue = {
  /** Shares wherever they lie: wallet, claimable, waiting to leave, given back. All earn and lose. */
  readonly sharesAtRisk: Shares;
  readonly assetsAtRisk: TokenAmount;
  /** Waits to join; earns and loses nothing yet. */
  readonly pendingAssets: TokenAmount;
  /** Left the vault's risk; can be taken. */
  readonly claimableAssets: TokenAmount;
  /** Cancelled or over the cap; can be taken back. */
  readonly refundableAssets: TokenAmount;
  readonly totalAssets: TokenAmount;
  readonly isEmpty: boolean;
};

/** Sums a position without counting anything twice: shares by look-through, requests as what they are. */
export function positionValue(position: Pick<Position, "requests" | "shares">, vault: PricedVault): PositionValue {
  const { requests } = position;
  const sharesAtRisk = shares(
    position.shares + requests.claimableDepositShares + requests.pendingRedeemShares + requests.refundableShares,
  );
  const assetsAtRisk = convertToAssets(sharesAtRisk, vault);
  const waiting = requests.pendingDepositAssets + requests.claimableRedeemAssets + requests.refundableAssets;
  return {
    sharesAtRisk,
    assetsAtRisk,
    pendingAssets: requests.pendingDepositAssets,
    claimableAssets: requests.claimableRedeemAssets,
    refundableAssets: requests.refundableAssets,
    totalAssets: tokenAmount(assetsAtRisk + waiting),
    isEmpty: sharesAtRisk === 0n && waiting === 0n,
  };
}
