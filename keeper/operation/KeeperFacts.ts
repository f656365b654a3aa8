import type { Address } from "@/lib/vault/Token";
import type { WaitReason } from "../plan/KeeperState";

/** What a keeper knows of its own work; times are milliseconds of this machine. */
export type KeeperFacts = {
  readonly startedAt: number;
  /** When a step last came to its end; null: none has. */
  readonly lastStepAt: number | null;
  /** Steps that failed since the last that did not, and what the last of them said. */
  readonly failedSteps: number;
  readonly lastFailure: string | null;
  /** The newest block seen, and when it was first seen; null before the first. */
  readonly block: { readonly number: bigint; readonly time: bigint; readonly seenAt: number } | null;
  /** Vaults for which nothing is to be done: why, and since when for that reason. */
  readonly waits: readonly { readonly vault: Address; readonly reason: WaitReason; readonly since: number }[];
  /** Vaults whose epoch has expired and is not settled; the expiry by the chain's time. */
  readonly unsettled: readonly { readonly vault: Address; readonly expiry: bigint }[];
  /** Transactions under way: since when, and how often their fee was raised. */
  readonly underWay: readonly {
    readonly key: string;
    readonly hash: string;
    readonly since: number;
    readonly raises: number;
  }[];
  readonly lastRevert: { readonly at: number; readonly text: string } | null;
  /** Wei of each signing account. */
  readonly balances: ReadonlyMap<Address, bigint>;
};

/** When something is no longer as it should be. */
export type KeeperLimits = {
  /** Milliseconds without a finished step, and without a new block. */
  readonly staleAfter: number;
  readonly stillAfter: number;
  /** Wei below which an account is soon unable to pay for gas. */
  readonly lowBalance: bigint;
};
