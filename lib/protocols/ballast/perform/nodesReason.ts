import { CodeDiffersError, NoQuorumError } from "@/lib/errors/quorumErrors";
import type { BlockReason } from "@/lib/transaction/TransactionState";

/** Why nothing is offered, where the nodes or the contracts themselves are not what they should be; null for any other failure. */
export function nodesReason(cause: unknown): BlockReason | null {
  if (cause instanceof CodeDiffersError) return { kind: "codeDiffers", addresses: cause.addresses };
  if (!(cause instanceof NoQuorumError)) return null;
  const { subject, needed, sayings } = cause;
  return { kind: "noQuorum", subject, needed, sayings };
}
