import type { PinnedBlock } from "@/lib/chain/takeSnapshot";
import type { Deployment } from "@/lib/config/Deployment";
import type { PermitDomain } from "@/lib/transaction/TransactionPlan";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address, Hex, Token } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";

/** A permit on its way into a call: its deadline, and its signature once there is one. */
export type CallPermit = { readonly deadline: UnixSeconds; readonly signature: Hex | null };

/** What a token says about being spent: the spender's allowance, and how it takes permits (null: it takes none). */
export type SpendingFacts = {
  readonly token: Token;
  readonly allowance: bigint;
  readonly permit: { readonly domain: PermitDomain; readonly nonce: bigint } | null;
};

/** Everything a plan is made from, read at one block. */
export type PlanContext = {
  readonly deployment: Deployment;
  /** Unique among the account's plans. */
  readonly id: string;
  readonly account: Address;
  /** The wallet promises to carry out several calls together or not at all, on the plan's chain. */
  readonly sendsBatches?: boolean;
  /** The account is a Safe, which sends nothing but batches. */
  readonly isSafe?: boolean;
  /** Chain that the wallet is on. */
  readonly walletChainId: number;
  readonly block: PinnedBlock;
  /** The vaults that a deposit or redemption names, in its order; none for any other intent. */
  readonly vaults: readonly Vault[];
  /** The tokens that the intent lets a spender take, in its order. */
  readonly spending: readonly SpendingFacts[];
};
