import { askBatchStatus } from "@/lib/chain/batch/askBatch";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { within } from "@/lib/chain/within";
import type { BatchStatus } from "@/lib/transaction/BatchStatus";

/** A wallet that says nothing for so long counts as silent, and is asked again: an open window may hold back every answer. */
const PATIENCE_MILLISECONDS = 5_000;

/** Asks the wallet what became of a batch. One that is not there, or keeps quiet, is silent. Never throws. */
export async function askBatchInTime(wallet: () => Promise<WalletClient>, batchId: string): Promise<BatchStatus> {
  const answer = wallet().then((client) => askBatchStatus(client, batchId));
  return within(PATIENCE_MILLISECONDS, answer).catch(() => ({ kind: "silent" }));
}
