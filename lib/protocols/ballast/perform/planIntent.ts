import type { ChainSource } from "@/lib/chain/ChainSource";
import { chainFailure } from "@/lib/chain/chainFailure";
import { quorumSource } from "@/lib/chain/quorum/quorumSource";
import type { Intent } from "@/lib/transaction/Intent";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import { preparePlan } from "../prepare/preparePlan";
import { type Planner, readPlanContext } from "../prepare/readPlanContext";
import { expectKnownCode } from "../read/readKnownCode";
import { nodesReason } from "./nodesReason";

/**
 * Answers the command `plan`: reads what is needed at one block, by a majority of the nodes, and makes the plan; no plan
 * where other code than published stands at a contract of ours. Never throws.
 */
export async function planIntent(source: ChainSource, intent: Intent, planner: Planner): Promise<TransactionEvent> {
  try {
    const witnessed = await quorumSource(source);
    await expectKnownCode(witnessed);
    const plan = preparePlan(intent, await readPlanContext(witnessed, intent, planner));
    return { type: "planned", plan: { ...plan, witnesses: witnessed.quorum.witnesses } };
  } catch (cause) {
    const reason = nodesReason(cause) ?? ({ kind: "notPlanned", code: chainFailure(cause).code } as const);
    return { type: "blocked", planId: null, reason };
  }
}
