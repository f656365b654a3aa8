import type { TransactionState } from "@/lib/transaction/TransactionState";

/** What may be said of the simulation: that it runs, that what moves is what is shown, or that nobody could compare it. */
export type SimulationVerdict = "running" | "agrees" | "notCompared";

/** Null where the state holds no answer of a simulation: nothing is claimed then. */
export function simulationVerdict(state: TransactionState): SimulationVerdict | null {
  if (state.status === "simulating") return "running";
  if (state.status !== "simulated") return null;
  return state.isCompared ? "agrees" : "notCompared";
}
