import type { ChainSource } from "@/lib/chain/ChainSource";
import { observe } from "@/lib/chain/observe";
import { everyNode } from "@/lib/chain/quorum/everyNode";
import { invariant } from "@/lib/errors/invariant";
import type { Command } from "@/lib/transaction/nextCommand";
import type { Observation } from "@/lib/transaction/TransactionEvent";
import { stepNow } from "./signedPlan";

/** Answers the command `observe`: what became of a call that the wallet was asked for. Throws when no node answers; asked again later. */
export function observeUnclear(
  source: ChainSource,
  { progress, nonce, knownHashes }: Extract<Command, { kind: "observe" }>,
): Promise<Observation> {
  const step = stepNow(progress, source.deployment.addresses);
  invariant(step?.kind === "approve" || step?.kind === "act", "only calls are looked for");
  const { account, blockNumber } = progress.plan;
  return observe(everyNode(source), { account, nonce, call: step.call, knownHashes, sinceBlock: blockNumber });
}
