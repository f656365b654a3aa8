import type { GrantEvent } from "./rightEvents";

/**
 * Can a vault's last event of a right not have led to what its state says now? Vaults write an event whenever they set a right, and
 * spending only lowers an allowance: more than was last said, or an operator other than was last said, means that events are missing.
 * `amount` is an allowance, or 1 and 0 for an operator on and off.
 */
export function isContradiction(last: GrantEvent | undefined, amount: bigint): boolean {
  if (last === undefined) return amount > 0n;
  return last.kind === "operator" ? last.isApproved !== amount > 0n : amount > last.amount;
}
