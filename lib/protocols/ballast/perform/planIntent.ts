import { sendsBatches } from "@/lib/chain/batch/sendsBatches";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { chainFailure } from "@/lib/chain/chainFailure";
import { quorumSource } from "@/lib/chain/quorum/quorumSource";
import { transactionCount } from "@/lib/chain/transactionCount";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { type Intent, isAtOnce, refusalsOf } from "@/lib/transaction/Intent";
import type { Command } from "@/lib/transaction/nextCommand";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import { prepareListed, readListedContext } from "../../listed/prepareListed";
import { preparePlan } from "../prepare/preparePlan";
import { type Planner, readPlanContext } from "../prepare/readPlanContext";
import { expectKnownCode } from "../read/readKnownCode";
import { nodesReason } from "./nodesReason";

/** Who plans, and the wallet that is asked what it can do. */
export type Planning = { readonly planner: Planner; readonly wallet: () => Promise<WalletClient> };

/**
 * Answers the command `plan`: reads what is needed at one block, by a majority of the nodes, and makes the plan; no plan
 * where other code than published stands at a contract of ours, or the number that binds it is used. Never throws.
 */
export async function planIntent(
  source: ChainSource,
  { intent, nonce }: Omit<Extract<Command, { kind: "plan" }>, "kind">,
  { planner, wallet }: Planning,
): Promise<TransactionEvent> {
  try {
    const { account, isSafe = false } = planner;
    const isAsked = nonce === null && !isSafe && couldBatch(intent);
    const promised = isAsked && sendsBatches(wallet, { account, chainId: source.deployment.chainId });
    const witnessed = await quorumSource(source);
    await expectKnownCode(witnessed);
    if (nonce !== null && (await transactionCount(witnessed.client, account, "latest")) > nonce)
      return { type: "blocked", planId: null, reason: { kind: "numberUsed", nonce } };
    const plan = await prepared(witnessed, { intent, planner, sendsBatches: await promised });
    return { type: "planned", plan: { ...plan, witnesses: witnessed.quorum.witnesses } };
  } catch (cause) {
    const reason = nodesReason(cause) ?? ({ kind: "notPlanned", code: chainFailure(cause).code } as const);
    return { type: "blocked", planId: null, reason };
  }
}

type Wanted = { readonly intent: Intent; readonly planner: Planner; readonly sendsBatches: boolean };

/** The plan, by the protocol that the intent is for. */
async function prepared(source: ChainSource, { intent, planner, sendsBatches }: Wanted): Promise<TransactionPlan> {
  if (isAtOnce(intent)) {
    return prepareListed(intent, { ...(await readListedContext(source, intent, planner)), sendsBatches });
  }
  return preparePlan(intent, { ...(await readPlanContext(source, intent, planner)), sendsBatches });
}

/** It may take several calls, and the wallet has not refused to send them as one. */
function couldBatch(intent: Intent): boolean {
  const isSpending =
    intent.kind === "depositAtOnce" ||
    (intent.kind === "deposit" && !intent.isPaidInCoin) ||
    (intent.kind === "redeem" && intent.parts.length > 1);
  return isSpending && refusalsOf(intent).every(({ kind }) => kind !== "batch");
}
