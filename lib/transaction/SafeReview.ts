import type { Address, Hex } from "@/lib/vault/Token";

/** A Safe transaction as its owners sign it. Gas fields are in gas and wei; all zero: no refund is paid. */
export type SafeTransaction = {
  readonly to: Address;
  readonly value: bigint;
  readonly calldata: Hex;
  /** 0: a call. 1: a delegated call, here only ever to Safe's own MultiSendCallOnly. */
  readonly operation: 0 | 1;
  readonly safeTxGas: bigint;
  readonly baseGas: bigint;
  readonly gasPrice: bigint;
  readonly gasToken: Address;
  readonly refundReceiver: Address;
  readonly nonce: bigint;
};

/** EIP-712 hashes of a Safe transaction, as signing devices show them. */
export type SafeHashes = { readonly domainHash: Hex; readonly messageHash: Hex; readonly safeTxHash: Hex };

/** Safe's contract that makes several calls of one transaction: where it is published, and its code's keccak-256. */
export type BatchContract = { readonly name: string; readonly address: Address; readonly codeHash: Hex };

/** What stands at a batch contract's address: the code that Safe published, none at all, or some other. */
export type BatchCode = "published" | "none" | "other";

/** The account as a Safe, and the transaction that would make a plan's calls. */
export type SafeReview = {
  readonly version: string;
  readonly threshold: bigint;
  readonly owners: number;
  /** Number of the Safe's next transaction. */
  readonly nextNonce: bigint;
  readonly transaction: SafeTransaction;
  readonly hashes: SafeHashes;
  /** What the Safe's own contract makes of the same transaction. */
  readonly ownHash: "same" | "differs" | "silent";
  /** Through which contract several calls go, and what stands there; null for one call. */
  readonly batch: { readonly contract: BatchContract; readonly code: BatchCode } | null;
};
