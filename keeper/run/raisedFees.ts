/** What a transaction offers for a unit of gas, in wei (EIP-1559). */
export type Fees = { readonly maxFeePerGas: bigint; readonly maxPriorityFeePerGas: bigint };

/** Nodes take a replacement for a tenth more (geth's and reth's default); an eighth leaves room for their rounding. */
const RAISE_DIVISOR = 8n;

/**
 * The fees of a replacement: an eighth more than before, and no less than what the node names now.
 * Null when that is above `mostPerGas` (wei): nobody should then replace it without looking.
 */
export function raisedFees(before: Fees, now: Fees, mostPerGas: bigint): Fees | null {
  const maxFeePerGas = larger(raised(before.maxFeePerGas), now.maxFeePerGas);
  const maxPriorityFeePerGas = larger(raised(before.maxPriorityFeePerGas), now.maxPriorityFeePerGas);
  return maxFeePerGas > mostPerGas ? null : { maxFeePerGas, maxPriorityFeePerGas };
}

/** No more than `mostPerGas` (wei), whatever a node names: dearer blocks pass, and the transaction waits for a cheaper one. */
export function cappedFees({ maxFeePerGas, maxPriorityFeePerGas }: Fees, mostPerGas: bigint): Fees {
  return {
    maxFeePerGas: smaller(maxFeePerGas, mostPerGas),
    maxPriorityFeePerGas: smaller(maxPriorityFeePerGas, mostPerGas),
  };
}

function raised(fee: bigint): bigint {
  return fee + fee / RAISE_DIVISOR + 1n;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
