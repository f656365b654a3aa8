import type { ChainSource } from "@/lib/chain/ChainSource";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { chainFacts } from "@/lib/config/chains";
import { isSent } from "@/lib/transaction/isUnderWay";
import { nextCommand } from "@/lib/transaction/nextCommand";
import type { Observation, TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import type { Planner } from "../prepare/readPlanContext";
import { askStep } from "./askStep";
import { followBatch } from "./followBatch";
import { followSent } from "./followSent";
import { observeUnclear } from "./observeUnclear";
import { planIntent } from "./planIntent";
import { simulateProgress } from "./simulateProgress";

/** What the loop needs from its surroundings. */
export type Tools = {
  readonly source: ChainSource;
  readonly planner: Planner;
  readonly wallet: () => Promise<WalletClient>;
  /** Takes an event into the state and stores the state before it returns; false when the event did not fit. */
  readonly record: (event: TransactionEvent) => boolean;
  /** Takes the answer about an unclear transaction into the state. */
  readonly answer: (observation: Observation) => void;
};

/** Between two looks at what is unclear. */
const PAUSE_MILLISECONDS = 3_000;

/**
 * Does the one thing that the state asks for, once. Returns what stops work that goes on (following, asking again).
 * Called with each new state, so that the pure state machine alone decides what comes next.
 */
export function perform(state: TransactionState, tools: Tools): () => void {
  const { source, record } = tools;
  const { pollMilliseconds } = chainFacts(source.deployment.chainId);
  const command = nextCommand(state);
  switch (command.kind) {
    case "plan":
      void planIntent(source, command, tools).then(record);
      return nothing;
    case "simulate":
      void simulateProgress(source, command.progress).then(record);
      return nothing;
    case "ask":
      void askStep(source, command, { wallet: tools.wallet, record });
      return nothing;
    case "observe":
      return observeUnclear(source, command, { ...tools, pauseMilliseconds: PAUSE_MILLISECONDS });
    case "follow": {
      if (!("hash" in state)) return nothing;
      const includedIn = "blockNumber" in state ? state.blockNumber : null;
      const endedBy = "byHash" in state ? state.byHash : null;
      const delay = state.status === "broadcast" ? state.delay : null;
      return followSent(
        source,
        { ...state, includedIn, endedBy, delay },
        { record, pauseMilliseconds: pollMilliseconds },
      );
    }
    case "followBatch":
      if (!isSent(state)) return nothing;
      return followBatch(source, state, { wallet: tools.wallet, record, pauseMilliseconds: pollMilliseconds });
    case "none":
      return acceptedBefore(state, record);
  }
}

/** One press is for the whole plan: once a step of it is done, the next goes on as soon as its simulation agrees. */
function acceptedBefore(state: TransactionState, record: Tools["record"]): () => void {
  if (state.status === "simulated" && state.finished.length > 0) record({ type: "accepted" });
  return nothing;
}

const nothing = () => undefined;
