import type { ChainSource } from "@/lib/chain/ChainSource";
import { chainFailure } from "@/lib/chain/chainFailure";
import type { Intent } from "@/lib/transaction/Intent";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import { preparePlan } from "../prepare/preparePlan";
import { type Planner, readPlanContext } from "../prepare/readPlanContext";

/** Answers the command `plan`: reads what is needed at one block and makes the plan. Never throws. */
export async function planIntent(source: ChainSource, intent: Intent, planner: Planner): Promise<TransactionEvent> {
  try {
    return { type: "planned", plan: preparePlan(intent, await readPlanContext(source, intent, planner)) };
  } catch (cause) {
    return { type: "blocked", planId: null, reason: { kind: "notPlanned", code: chainFailure(cause).code } };
  }
}
