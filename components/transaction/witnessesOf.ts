import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import type { NodeObjection, Witnesses } from "@/lib/transaction/Witnesses";

/**
 * The nodes that stand behind all of a review, its plan and its simulation, and everything that another one objected to;
 * null before the simulation, and where it is not known.
 */
export function witnessesOf(state: TransactionState, plan: TransactionPlan): Witnesses | null {
  if (state.status !== "simulated" || state.witnesses === undefined || plan.witnesses === undefined) return null;
  const { configured, agreed, others } = state.witnesses;
  const { witnesses: planned } = plan;
  return {
    configured,
    agreed: agreed.filter((host) => planned.agreed.includes(host)),
    others: distinct([...planned.others, ...others]),
  };
}

/** One objection a node and subject: the latest. */
function distinct(objections: readonly NodeObjection[]): readonly NodeObjection[] {
  return [...new Map(objections.map((one) => [`${one.host} ${one.subject}`, one])).values()];
}
