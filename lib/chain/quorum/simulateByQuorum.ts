import { type Simulation, simulateCalls, type TrialCall } from "../simulateCalls";
import type { QuorumSource } from "./quorumSource";

/** What is tried: whose calls. */
export type Trial = { readonly account: `0x${string}`; readonly calls: readonly TrialCall[] };

/**
 * What a majority of the nodes says the calls would do at the pinned block: the same movements, or the same failure. Gas
 * may differ between nodes; the most that any of them used counts.
 */
export async function simulateByQuorum(
  { quorum, pinned }: Pick<QuorumSource, "quorum" | "pinned">,
  trial: Trial,
): Promise<Simulation> {
  let mostGas = 0n;
  const simulation = await quorum.ask<Simulation>({
    subject: "simulation",
    ask: async (client) => {
      const found = await simulateCalls(client, { ...trial, block: pinned });
      if (found.ok && found.gasUsed > mostGas) mostGas = found.gasUsed;
      return found;
    },
    keyOf: simulationKey,
    differenceOf: () => ({ subject: "simulation", says: simulationText }),
  });
  return simulation.ok ? { ...simulation, gasUsed: mostGas } : simulation;
}

function simulationKey(simulation: Simulation): string {
  if (!simulation.ok) return `revert ${simulation.revert.raw}`;
  if (simulation.movements === null) return "not compared";
  return simulation.movements
    .map(({ account, token, delta }) => `${account} ${token} ${delta}`.toLowerCase())
    .sort()
    .join();
}

function simulationText(simulation: Simulation): string {
  if (!simulation.ok)
    return `it fails${simulation.revert.errorName === null ? "" : ` (${simulation.revert.errorName})`}`;
  if (simulation.movements === null) return "it succeeds, movements not told";
  return `it succeeds and moves ${simulation.movements.length === 1 ? "1 balance" : `${simulation.movements.length} balances`}`;
}
