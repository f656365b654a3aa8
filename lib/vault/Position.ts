import type { Shares } from "@/lib/units/Shares";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { Address } from "./Token";

/** What an address has in a vault besides shares; see IStrategyVault.Requests. */
export type Requests = {
  /** Waits for the end of the epoch; can be cancelled. */
  readonly pendingDepositAssets: TokenAmount;
  /** Executed deposits whose shares wait, as the assets they came from, and those shares. */
  readonly claimableDepositAssets: TokenAmount;
  readonly claimableDepositShares: Shares;
  /** Cancelled, or over the cap. */
  readonly refundableAssets: TokenAmount;
  readonly pendingRedeemShares: Shares;
  readonly claimableRedeemShares: Shares;
  readonly claimableRedeemAssets: TokenAmount;
  readonly refundableShares: Shares;
};

/** An address in a vault, as of the vault's block. */
export type Position = {
  readonly vault: Address;
  readonly owner: Address;
  /** Shares in the wallet. */
  readonly shares: Shares;
  readonly requests: Requests;
  /** Balance of the vault's asset in the wallet. */
  readonly walletAssets: TokenAmount;
  /** The wallet's allowance to the router, asset and share token. */
  readonly assetAllowance: TokenAmount;
  readonly shareAllowance: Shares;
};
