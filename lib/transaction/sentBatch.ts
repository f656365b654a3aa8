import type { Hex } from "@/lib/vault/Token";
import type { Progress, TransactionState } from "./TransactionState";

type SentBatch = Extract<TransactionState, { status: "batchSent" }>;

type Taken = {
  readonly batchId: string;
  readonly sentNonce: number;
  /** Where it was seen before. */
  readonly knownHashes?: readonly Hex[];
};

/** A batch that the wallet has under this name, with nothing heard of it yet. */
export function sentBatch({ plan, finished, nonce }: Progress, taken: Taken): SentBatch {
  const { batchId, sentNonce, knownHashes = [] } = taken;
  const sent = { status: "batchSent", plan, finished, nonce, batchId, sentNonce, delay: null } as const;
  return knownHashes.length === 0 ? sent : { ...sent, knownHashes };
}
