import type { DecodedRevert } from "@/lib/errors/chainErrors";
import type { NodeSaying } from "@/lib/errors/quorumErrors";
import type { Address, Hex } from "@/lib/vault/Token";
import type { Delay } from "./Delay";
import type { SentDifference } from "./effectDifferences";
import type { Intent } from "./Intent";
import type { SafeWait } from "./SafeStanding";
import type { SignedDifference } from "./signedDifferences";
import type { TransactionPlan } from "./TransactionPlan";
import type { MovementDifference, Violation } from "./Violation";
import type { Witnesses } from "./Witnesses";

/** Why a plan is not offered for signing. */
export type BlockReason =
  | { readonly kind: "notPlanned"; readonly code: string }
  | { readonly kind: "policy"; readonly violations: readonly Violation[] }
  | { readonly kind: "wouldRevert"; readonly revert: DecodedRevert }
  | { readonly kind: "simulationDiffers"; readonly differences: readonly MovementDifference[] }
  | { readonly kind: "notSimulated"; readonly code: string }
  | { readonly kind: "accountChanged" }
  | { readonly kind: "chainChanged"; readonly chainId: number }
  | { readonly kind: "permitExpired" }
  | { readonly kind: "otherTab" }
  /** A transaction with the number that an earlier attempt may have used is in the chain, and may be that attempt. */
  | { readonly kind: "numberUsed"; readonly nonce: number }
  | {
      readonly kind: "noQuorum";
      readonly subject: string;
      readonly needed: number;
      readonly sayings: readonly NodeSaying[];
    }
  | { readonly kind: "codeDiffers"; readonly addresses: readonly Address[] };

/** Finished steps before the current one, in the order of the plan. */
export type FinishedStep =
  | { readonly kind: "switchChain" }
  | { readonly kind: "permit"; readonly signature: Hex }
  | { readonly kind: "approve"; readonly hash: Hex };

/** A plan under way: `finished.length` is the index of the current step. */
export type Progress = {
  readonly plan: TransactionPlan;
  readonly finished: readonly FinishedStep[];
  /** Set while an earlier transaction may still come back: only this nonce may be used, so that at most one is ever mined. */
  readonly nonce: number | null;
};

/** Why a batch that the wallet took is not seen yet: it waits for long, the nodes do not know what the wallet names, they fail, they contradict each other, the wallet is silent, or a Safe's page says that nothing will come of it and the chain does not bear that out. */
export type BatchDelay = "slow" | "untraced" | "unread" | "disputed" | "silent" | "stillOpen";

/** A transaction on its way. */
export type Sent = Progress & {
  readonly hash: Hex;
  readonly sentNonce: number;
  /** Hashes of the same nonce that this one replaced (repriced). */
  readonly earlierHashes: readonly Hex[];
  /** The wallet's name of the batch that it carries out; absent for a transaction of one call. */
  readonly batchId?: string;
};

/**
 * An end that a reorganisation may still undo: told at once, followed until enough blocks are on top of what ended it, and its
 * number not given to another attempt before.
 */
type Ended = Sent & {
  readonly isSettled?: true;
  /** The person wants another attempt, which waits until it is settled. */
  readonly isRetried?: true;
};

/**
 * The life of one write. `planning` … `simulated` change nothing. `awaitingSignature` is stored before the wallet is
 * asked; from then on `askedNonce` tells, after a reload, whether anything was sent. `unclear`: the wallet was asked and
 * did not answer, or a transaction was dropped, and the chain has to be looked at before another attempt. Looked at and
 * nothing recognised (`isLookedAt`), or nobody to tell for a while (`isSilent`): only the person, who sees the position, can go on. `signedOther`: the wallet's
 * signature was not of what was shown, and nothing was sent with it; `sentOther`: the wallet sent another transaction than
 * the one shown, which cannot be taken back. `batchSent`: the wallet took several calls as one and has a name for them, and
 * has told no transaction yet; `batchFailed`: it gave them up, or they had no effect.
 */
export type TransactionState =
  /** `nonce`: an attempt whose news was put away may still be mined with it, so the next one is bound to it; absent: none. */
  | { readonly status: "idle"; readonly nonce?: number }
  | { readonly status: "planning"; readonly intent: Intent; readonly nonce: number | null }
  | ({ readonly status: "simulating" } & Progress)
  | {
      readonly status: "blocked";
      readonly intent: Intent;
      readonly plan: TransactionPlan | null;
      readonly reason: BlockReason;
      readonly nonce: number | null;
    }
  | ({
      readonly status: "simulated";
      readonly networkFeeWei: bigint;
      /** False: the node could not tell what would move, so what the plan promises was held against nothing. */
      readonly isCompared: boolean;
      /** Who says so; absent in what an older page stored. */
      readonly witnesses?: Witnesses;
    } & Progress)
  | ({
      readonly status: "awaitingSignature";
      readonly askedNonce: number | null;
      /** As the simulation said; absent in what an older page stored. */
      readonly networkFeeWei?: bigint;
    } & Progress)
  | ({ readonly status: "rejected" } & Progress)
  | ({ readonly status: "walletFailed"; readonly code: string } & Progress)
  | ({ readonly status: "signedOther"; readonly differences: readonly SignedDifference[] } & Progress)
  | ({
      readonly status: "unclear";
      readonly askedNonce: number;
      /** Hashes it may have; none when the wallet never told one. */
      readonly knownHashes: readonly Hex[];
      readonly isLookedAt: boolean;
      readonly isSilent?: boolean;
      /** The wallet's own name of a batch that it took once; absent: it has the plan's. */
      readonly batchId?: string;
    } & Progress)
  | ({
      readonly status: "broadcast";
      /** Null while nothing is out of the ordinary. */
      readonly delay: Delay | null;
    } & Sent)
  | ({ readonly status: "pending"; readonly blockNumber: bigint; readonly confirmations: number } & Sent)
  | ({ readonly status: "confirmed"; readonly blockNumber: bigint } & Sent)
  | ({ readonly status: "reverted"; readonly blockNumber: bigint; readonly revert: DecodedRevert | null } & Ended)
  | ({ readonly status: "replaced"; readonly byHash: Hex } & Ended)
  | ({ readonly status: "cancelled"; readonly byHash: Hex } & Ended)
  | ({ readonly status: "dropped" } & Sent)
  | ({ readonly status: "sentOther"; readonly differences: readonly SentDifference[] } & Sent)
  | ({
      readonly status: "batchSent";
      readonly batchId: string;
      readonly sentNonce: number;
      readonly delay: BatchDelay | null;
      /** How a Safe's transaction stands among its owners; absent for every other wallet, and until that is known. */
      readonly safe?: SafeWait;
      /** Where it was seen before a reorganisation, which may put it into any block; absent: nowhere. */
      readonly knownHashes?: readonly Hex[];
    } & Progress)
  | ({ readonly status: "batchFailed"; readonly batchId: string; readonly sentNonce: number } & Progress);

export type TransactionStatus = TransactionState["status"];
