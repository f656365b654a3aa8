import type { DecodedRevert } from "@/lib/errors/chainErrors";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address, Hex } from "@/lib/vault/Token";
import type { Delay } from "./Delay";
import type { SentDifference } from "./effectDifferences";
import type { BatchRefusal, Intent } from "./Intent";
import type { SafeWait } from "./SafeStanding";
import type { SignedDifference } from "./signedDifferences";
import type { TransactionPlan } from "./TransactionPlan";
import type { BatchDelay, BlockReason } from "./TransactionState";
import type { Witnesses } from "./Witnesses";

/** What a person can do about a transaction that waits. */
export type Replacement = "speedUp" | "cancel";

/**
 * Everything that can happen to a write. An event that does not fit the state leaves it unchanged.
 *
 * Person: `intended`, `accepted` (pressed the button), `retried`, `dismissed`.
 * Planner and simulation: `planned`, `blocked` (no plan id: planning failed; also after `accepted`, as long as the wallet was not asked), `simulated` (plan and index of the step, so
 * that an answer about an older plan counts for nothing; `isCompared`: false when the node could not tell what moves).
 * Wallet: `asked` (recorded before the wallet is called, with the nonce the transaction will have; for a permit or a
 * chain switch the account's next nonce), `chainSwitched`, `permitSigned`, `sent`, `rejected`, `walletFailed`,
 * `replacementSent` (the same call, or nothing, with the number and above the fees of the one that waits), `signedOther` (a signature that is not of what was shown: it is thrown away), `accountChanged`, `chainChanged`.
 * Batches: `batchSent` (the wallet took it, under this name), `batchRefused` (it does not send calls together; nothing was sent),
 * `batchIncluded`, `batchSentOther` (what it did is not what was shown), `batchFailed`, `batchForgotten` (the wallet knows it no
 * more), `batchDelayed`.
 * Chain: `sentOther` (the transaction behind the hash is not what was shown), `delayed` (it waits, and why; null when that is over), `included`, `confirmationsCounted`, `replaced` (as viem names the cause), `dropped`, `reorganised`, `timePassed`.
 */
export type TransactionEvent =
  | { readonly type: "intended"; readonly intent: Intent }
  | { readonly type: "planned"; readonly plan: TransactionPlan }
  | { readonly type: "blocked"; readonly planId: string | null; readonly reason: BlockReason }
  | {
      readonly type: "simulated";
      readonly planId: string;
      readonly step: number;
      readonly networkFeeWei: bigint;
      readonly isCompared: boolean;
      readonly witnesses?: Witnesses;
    }
  | { readonly type: "accepted" }
  | { readonly type: "asked"; readonly nonce: number }
  | { readonly type: "chainSwitched"; readonly chainId: number }
  | { readonly type: "permitSigned"; readonly signature: Hex }
  | { readonly type: "sent"; readonly hash: Hex }
  | { readonly type: "signedOther"; readonly differences: readonly SignedDifference[] }
  | { readonly type: "sentOther"; readonly hash: Hex; readonly differences: readonly SignedDifference[] }
  | { readonly type: "replacementSent"; readonly kind: Replacement; readonly hash: Hex; readonly byHash: Hex }
  | { readonly type: "delayed"; readonly hash: Hex; readonly delay: Delay | null }
  | { readonly type: "batchSent"; readonly batchId: string }
  | { readonly type: "batchRefused"; readonly why: BatchRefusal }
  | {
      readonly type: "batchIncluded";
      readonly batchId: string;
      readonly hash: Hex;
      readonly blockNumber: bigint;
      readonly isSuccess: boolean;
      readonly revert: DecodedRevert | null;
    }
  | {
      readonly type: "batchSentOther";
      readonly batchId: string;
      readonly hash: Hex;
      readonly differences: readonly SentDifference[];
    }
  | { readonly type: "batchFailed" | "batchForgotten"; readonly batchId: string }
  | {
      readonly type: "batchDelayed";
      readonly batchId: string;
      readonly delay: BatchDelay | null;
      readonly safe?: SafeWait;
    }
  | { readonly type: "rejected" }
  | { readonly type: "walletFailed"; readonly code: string }
  | { readonly type: "accountChanged"; readonly account: Address | null }
  | { readonly type: "chainChanged"; readonly chainId: number }
  | { readonly type: "timePassed"; readonly now: UnixSeconds }
  | {
      readonly type: "included";
      readonly hash: Hex;
      readonly blockNumber: bigint;
      readonly isSuccess: boolean;
      readonly revert: DecodedRevert | null;
    }
  | { readonly type: "confirmationsCounted"; readonly hash: Hex; readonly confirmations: number }
  | { readonly type: "replaced"; readonly byHash: Hex; readonly cause: "repriced" | "cancelled" | "replaced" }
  | { readonly type: "dropped" }
  | { readonly type: "reorganised" }
  | { readonly type: "retried" }
  | { readonly type: "dismissed" };

/**
 * What the chain says about an `unclear` write: the account's nonce is still free; a transaction with this nonce and the
 * same call, or with a known hash, is mined or waiting (`found`); or the nonce went to another transaction, or to one that no node shows (`nonceUsedUnseen`). Of a batch the wallet
 * is asked: it has it, or knows nothing of it. `silent`: whoever is asked has not answered for a while.
 */
export type Observation =
  | { readonly kind: "nonceUnused" }
  | { readonly kind: "found"; readonly hash: Hex }
  | { readonly kind: "nonceUsedByOther" }
  | { readonly kind: "nonceUsedUnseen" }
  | { readonly kind: "batchKnown"; readonly batchId: string }
  | { readonly kind: "batchUnknown" }
  | { readonly kind: "silent" };
