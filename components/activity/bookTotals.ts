import type { VaultBook } from "./activityBook";

/** Sums over all vaults in dollars; NaN while any of them is not known. */
export type BookTotals = {
  readonly inUsd: number;
  readonly outUsd: number;
  readonly valueUsd: number;
  readonly realisedUsd: number;
  readonly resultUsd: number;
};

const NONE: BookTotals = { inUsd: 0, outUsd: 0, valueUsd: 0, realisedUsd: 0, resultUsd: 0 };

/** Everything together; only dollars can be added up over vaults of several assets. */
export function bookTotals(books: readonly VaultBook[]): BookTotals {
  return books.reduce(
    (sum, { basis, result }) => ({
      inUsd: sum.inUsd + basis.inUsd,
      outUsd: sum.outUsd + basis.outUsd,
      valueUsd: sum.valueUsd + result.valueUsd,
      realisedUsd: sum.realisedUsd + basis.realisedUsd,
      resultUsd: sum.resultUsd + result.resultUsd,
    }),
    NONE,
  );
}
