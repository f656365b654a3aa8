import type { ChainSource } from "@/lib/chain/ChainSource";
import { observe } from "@/lib/chain/observe";
import { lookingClient } from "@/lib/chain/quorum/lookingClient";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { invariant } from "@/lib/errors/invariant";
import type { Command } from "@/lib/transaction/nextCommand";
import type { Observation } from "@/lib/transaction/TransactionEvent";
import { askBatchInTime } from "./askBatchInTime";
import { repeatedly } from "./repeatedly";
import { stepNow } from "./signedPlan";

type Unclear = Extract<Command, { kind: "observe" }>;

type Observing = {
  readonly wallet: () => Promise<WalletClient>;
  readonly answer: (observation: Observation) => void;
  readonly pauseMilliseconds: number;
};

/** Looks in a row without any answer before that is told: half a minute with a pause of three seconds, longer where each answer is waited for. */
const SILENT_LOOKS = 10;

/** Answers the command `observe` again and again: what became of a call, or of a batch, that the wallet was asked for. Returns what stops it. */
export function observeUnclear(
  source: ChainSource,
  unclear: Unclear,
  { wallet, answer, pauseMilliseconds }: Observing,
): () => void {
  let silent = 0;
  return repeatedly(async (isStopped) => {
    const observation = await observed(source, unclear, wallet).catch(() => null);
    silent = observation === null ? silent + 1 : 0;
    if (isStopped()) return;
    if (observation !== null) answer(observation);
    else if (silent === SILENT_LOOKS) answer({ kind: "silent" });
  }, pauseMilliseconds);
}

/** Null when the wallet says nothing about a batch, or it is too early to say; throws when the nodes do not answer, or not the same. */
async function observed(
  source: ChainSource,
  { progress, nonce, knownHashes, batchId }: Unclear,
  wallet: () => Promise<WalletClient>,
): Promise<Observation | null> {
  if (batchId !== null) {
    const { kind } = await askBatchInTime(wallet, batchId);
    if (kind === "silent") return null;
    return kind === "unknown" ? { kind: "batchUnknown" } : { kind: "batchKnown", batchId };
  }
  const step = stepNow(progress, source.deployment.addresses);
  invariant(step?.kind === "approve" || step?.kind === "act", "only calls are looked for");
  const { account, blockNumber } = progress.plan;
  return observe(await lookingClient(source), {
    account,
    nonce,
    call: step.call,
    knownHashes,
    sinceBlock: blockNumber,
  });
}
