import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Wad } from "@/lib/units/Wad";
import type { Hex } from "./Token";

/**
 * One request from the day it was made. Amounts are the request's own unit: assets of a deposit, shares of a redemption; at
 * every moment `amount` = pending + claimable + claimed + refundable + returned.
 */
export type RequestLife = {
  readonly kind: "deposit" | "redeem";
  readonly requestedAt: UnixSeconds;
  readonly transaction: Hex;
  readonly amount: bigint;
  /** Waits for the end of the epoch. */
  readonly pending: bigint;
  /** Executed; what it became can be claimed. */
  readonly claimable: bigint;
  readonly claimed: bigint;
  /** Cancelled or over the cap; can be taken back. */
  readonly refundable: bigint;
  /** Taken back. */
  readonly returned: bigint;
  readonly execution: RequestExecution | null;
  readonly cancelledAt: UnixSeconds | null;
  /** The last claim, or the last time that something was taken back. */
  readonly lastTakenAt: UnixSeconds | null;
};

/** When a request was executed, and what it became. */
export type RequestExecution = {
  readonly at: UnixSeconds;
  readonly transaction: Hex;
  /** Null: while idle. */
  readonly epoch: number | null;
  readonly price: Wad;
  /** What was executed of the request, in its own unit: less than its amount where the cap was reached. */
  readonly executed: bigint;
  /** Shares for a deposit, assets for a redemption. */
  readonly received: bigint;
};
