import { encodeFunctionData } from "viem";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { chainFailure } from "@/lib/chain/chainFailure";
import { highestFeePerGas } from "@/lib/chain/highestFeePerGas";
import type { Quorum } from "@/lib/chain/quorum/Quorum";
import { quorumSource } from "@/lib/chain/quorum/quorumSource";
import { simulateByQuorum } from "@/lib/chain/quorum/simulateByQuorum";
import type { Simulation, TrialCall } from "@/lib/chain/simulateCalls";
import { RpcUnreachableError } from "@/lib/errors/chainErrors";
import { checkPolicy } from "@/lib/transaction/checkPolicy";
import { compareSimulation, namedMovement } from "@/lib/transaction/compareSimulation";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { Step, TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { BlockReason, Progress } from "@/lib/transaction/TransactionState";
import { nodesReason } from "./nodesReason";
import { policyOf } from "./policyOf";
import { signedPlan } from "./signedPlan";

/** Gas that wallets add on what a simulation used: refunds and the 1/64 rule ask for more than is used in the end. */
const GAS_PERCENT = 130n;

/**
 * Answers the command `simulate`: policy first, then what is left of the plan is tried at the newest block, by a majority of
 * the nodes, and what it would move is compared with what the plan promises. Never throws.
 */
export async function simulateProgress(source: ChainSource, progress: Progress): Promise<TransactionEvent> {
  const planId = progress.plan.id;
  try {
    const plan = signedPlan(progress, source.deployment.addresses);
    const witnessed = await quorumSource(source);
    const { quorum } = witnessed;
    const { block } = await witnessed.reader.read({});
    const violations = checkPolicy(plan, policyOf(source.deployment, plan.account, block.timestamp));
    if (violations.length > 0) return { type: "blocked", planId, reason: { kind: "policy", violations } };
    const calls = plan.steps.slice(progress.finished.length).flatMap(trialCalls);
    const simulation = await simulateByQuorum(witnessed, { account: plan.account, calls });
    const feePerGas = await highestFee(quorum);
    const reason = objection(plan, simulation);
    if (reason) return { type: "blocked", planId, reason };
    const gas = simulation.ok ? (simulation.gasUsed * GAS_PERCENT) / 100n : 0n;
    const isCompared = simulation.ok && simulation.movements !== null;
    const step = progress.finished.length;
    const networkFeeWei = gas * feePerGas;
    return { type: "simulated", planId, step, networkFeeWei, isCompared, witnesses: quorum.witnesses };
  } catch (cause) {
    const reason = nodesReason(cause) ?? ({ kind: "notSimulated", code: chainFailure(cause).code } as const);
    return { type: "blocked", planId, reason };
  }
}

/** Nodes differ about what a transaction pays, each by its own view of what waits: the most that one of them names. */
async function highestFee(quorum: Quorum): Promise<bigint> {
  const fees = await quorum.each(highestFeePerGas);
  const highest = [...fees].sort((a, b) => (a < b ? -1 : 1)).at(-1);
  if (highest === undefined) throw new RpcUnreachableError(null);
  return highest;
}

/** What a step does on chain. A permit that is not signed yet stands for the allowance it will give. */
function trialCalls(step: Step): readonly TrialCall[] {
  switch (step.kind) {
    case "switchChain":
      return [];
    case "permit": {
      const { spender, value } = step.message;
      const calldata = encodeFunctionData({ abi: erc20PermitAbi, functionName: "approve", args: [spender, value] });
      return [{ to: step.token.address, calldata, value: 0n }];
    }
    case "approve":
    case "act":
      return [step.call];
  }
}

function objection(plan: TransactionPlan, simulation: Simulation): BlockReason | null {
  if (!simulation.ok) return { kind: "wouldRevert", revert: simulation.revert };
  if (simulation.movements === null) return null;
  const moved = simulation.movements.map((movement) => namedMovement(movement, plan.expectedMovements));
  const compared = compareSimulation(plan.expectedMovements, moved, plan.account);
  return compared.ok ? null : { kind: "simulationDiffers", differences: compared.differences };
}
