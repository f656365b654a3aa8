/**
 * Entities whose values may change with every block. The one block subscriber invalidates exactly these key prefixes; all
 * that are on screen are then read again in one turn, and so in one multicall at one block.
 */
export const REFRESHED_PER_BLOCK = [
  "block",
  "vaults",
  "vault",
  "feeds",
  "positions",
  "allocation",
  "coin",
  "wallet",
  "holdings",
] as const;

/**
 * First part of a query key. `history` changes only with an epoch and is keyed by it, `prices` with a day; `market` is not on chain and has an
 * interval; `controls`, `rights`, `listed`, `options`, `activity`, `gasPrice`, `code` and `review` are read at their own pace; `batches` is the wallet's word;
 * `trial` is of a node that somebody wants to use, `proof` of an epoch that is over; `pricing`, `fit`, `loss`, `parts`, `hedge` and `reverse` are
 * computed from what is read.
 */
export type Entity =
  | (typeof REFRESHED_PER_BLOCK)[number]
  | "history"
  | "market"
  | "prices"
  | "controls"
  | "rights"
  | "listed"
  | "options"
  | "activity"
  | "gasPrice"
  | "code"
  | "review"
  | "batches"
  | "trial"
  | "proof"
  | "pricing"
  | "fit"
  | "loss"
  | "parts"
  | "hedge"
  | "reverse";

/** Never stale by time: the block subscriber alone says when to read again. */
export const UNTIL_NEXT_BLOCK = Number.POSITIVE_INFINITY;
