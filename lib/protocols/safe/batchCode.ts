import { type Hex, keccak256 } from "viem";
import type { BatchCode, BatchContract } from "@/lib/transaction/SafeReview";

/** How EXTCODEHASH answers for an address without code: zeros for nobody, the hash of nothing once it was paid. */
const WITHOUT_CODE: readonly Hex[] = [`0x${"0".repeat(64)}`, keccak256("0x")];

/**
 * What stands at a batch contract's address, by the hash of its code. A delegated call to an address without code succeeds
 * and does nothing; one to other code lets that code act as the Safe.
 */
export function batchCode({ codeHash }: BatchContract, found: Hex): BatchCode {
  if (found === codeHash) return "published";
  return WITHOUT_CODE.includes(found) ? "none" : "other";
}
