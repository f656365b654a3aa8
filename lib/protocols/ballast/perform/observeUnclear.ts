import { askBatchStatus } from "@/lib/chain/batch/askBatch";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { observe } from "@/lib/chain/observe";
import { everyNode } from "@/lib/chain/quorum/everyNode";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { invariant } from "@/lib/errors/invariant";
import { WalletFailedError } from "@/lib/errors/walletErrors";
import { batchOf } from "@/lib/transaction/batch";
import type { Command } from "@/lib/transaction/nextCommand";
import type { Observation } from "@/lib/transaction/TransactionEvent";
import { stepNow } from "./signedPlan";

/**
 * Answers the command `observe`: what became of a call, or of a batch, that the wallet was asked for. Throws when no node
 * answers, or the wallet does not about a batch; asked again later.
 */
export async function observeUnclear(
  source: ChainSource,
  { progress, nonce, knownHashes }: Extract<Command, { kind: "observe" }>,
  wallet: () => Promise<WalletClient>,
): Promise<Observation> {
  const batch = batchOf(progress);
  if (batch !== null) return observeBatch(await wallet(), batch.id);
  const step = stepNow(progress, source.deployment.addresses);
  invariant(step?.kind === "approve" || step?.kind === "act", "only calls are looked for");
  const { account, blockNumber } = progress.plan;
  return observe(everyNode(source), { account, nonce, call: step.call, knownHashes, sinceBlock: blockNumber });
}

async function observeBatch(wallet: WalletClient, batchId: string): Promise<Observation> {
  const { kind } = await askBatchStatus(wallet, batchId);
  if (kind === "silent") throw new WalletFailedError(null);
  return kind === "unknown" ? { kind: "batchUnknown" } : { kind: "batchKnown", batchId };
}
