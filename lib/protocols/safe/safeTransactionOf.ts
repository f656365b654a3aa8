import type { BareCall } from "@/lib/transaction/Call";
import type { BatchContract, SafeTransaction } from "@/lib/transaction/SafeReview";
import { encodeMultiSend } from "./multiSend";

const NOBODY = "0x0000000000000000000000000000000000000000";
const NO_REFUND = { safeTxGas: 0n, baseGas: 0n, gasPrice: 0n, gasToken: NOBODY, refundReceiver: NOBODY } as const;

/**
 * The Safe transaction that makes the calls: one as it is, several by MultiSendCallOnly, which a Safe must call by
 * delegation so that the calls are the Safe's own. That contract refuses to delegate any further.
 */
export function safeTransactionOf(calls: readonly BareCall[], batch: BatchContract, nonce: bigint): SafeTransaction {
  const [only, ...others] = calls;
  if (only !== undefined && others.length === 0) return { ...only, operation: 0, ...NO_REFUND, nonce };
  return { to: batch.address, value: 0n, calldata: encodeMultiSend(calls), operation: 1, ...NO_REFUND, nonce };
}
