import { encodeFunctionData } from "viem";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { type Intent, refusalsOf } from "@/lib/transaction/Intent";
import type { Movement } from "@/lib/transaction/Movement";
import type { ApproveStep, PermitStep, Step, TransactionPlan } from "@/lib/transaction/TransactionPlan";
import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "@/lib/vault/Token";
import { describeCall } from "../describeCall";
import { consequences } from "./consequences";
import { type CallPermit, encodeAct } from "./encodeAct";
import { expectedMovements } from "./expectedMovements";
import type { PlanContext, SpendingFacts } from "./PlanContext";

/** Permits live 15 minutes of chain time: time to read and sign, and well inside the policy's 20. */
const PERMIT_SECONDS = 900n;

/**
 * An intent and what was read for it → everything that one write needs. Pure: the same context gives the same plan.
 * Each token is spent by a permit, or by an approval of exactly the amount where it takes none (or none is wanted);
 * an old allowance of another amount is taken back first. A wallet that carries out calls together gets no permit: approvals
 * and act go to it as one. So does everything to a Safe, which has no key for a permit.
 */
export function preparePlan(intent: Intent, context: PlanContext): TransactionPlan {
  const { deployment, account, block } = context;
  const deadline = unixSeconds(block.timestamp + PERMIT_SECONDS);
  const movements = expectedMovements(intent, account);
  const spendings = context.spending.map((facts) => spendingOf(facts, { intent, context, deadline }));
  const permitOf = (token: Address) => spendings.find(({ facts }) => facts.token.address === token)?.permit;
  const act = encodeAct(intent, { account, addresses: deployment.addresses, permitOf });
  const spent = spendings.flatMap(({ steps }) => steps);
  const batched = context.sendsBatches === true && spent.length > 0 ? { isBatch: true } : {};
  const ofSafe = context.isSafe === true ? { isBatch: true, isSafe: true } : {};
  const switching: readonly Step[] =
    context.walletChainId === deployment.chainId ? [] : [{ kind: "switchChain", chainId: deployment.chainId }];
  return {
    id: context.id,
    chainId: deployment.chainId,
    account,
    blockNumber: block.number,
    blockTimestamp: block.timestamp,
    intent,
    steps: [...switching, ...spent, { kind: "act", call: describeCall(act) }],
    ...batched,
    ...ofSafe,
    expectedMovements: movements,
    allowanceLeft: spendings.map(({ facts: { token }, granted }) => ({
      token,
      spender: deployment.addresses.strategyRouter,
      amount: granted - takenOf(token.address, movements, account),
    })),
    consequences: consequences(intent, context.vaults, block.timestamp),
  };
}

type Spending = {
  readonly facts: SpendingFacts;
  readonly steps: readonly Step[];
  readonly permit: CallPermit | undefined;
  /** What the router may take once the steps are done. */
  readonly granted: bigint;
};
type SpendingInputs = {
  readonly intent: Intent;
  readonly context: PlanContext;
  readonly deadline: UnixSeconds;
};

function spendingOf(facts: SpendingFacts, { intent, context, deadline }: SpendingInputs): Spending {
  const amount = spentAmount(facts, intent);
  const isTogether = context.sendsBatches === true || context.isSafe === true;
  if (facts.permit && !isTogether && !prefersApproval(intent)) {
    const step = permitStep(facts, facts.permit, { amount, context, deadline });
    return { facts, steps: [step], permit: { deadline, signature: null }, granted: step.message.value };
  }
  const steps = approveSteps(facts, amount, context);
  return { facts, steps, permit: undefined, granted: steps.at(-1)?.amount ?? facts.allowance };
}

/** The person wants no permit, or the wallet signs none. */
function prefersApproval(intent: Intent): boolean {
  const isChosen = "prefersApproval" in intent && intent.prefersApproval === true;
  return isChosen || refusalsOf(intent).some(({ kind }) => kind === "permit");
}

/** What the act takes of a token from the account: the movements that its simulation is held against. */
function takenOf(token: Address, movements: readonly Movement[], account: Address): bigint {
  const own = movements.filter((movement) => movement.token === token && movement.account === account);
  return own.reduce((taken, { delta }) => taken - delta, 0n);
}

function spentAmount({ token }: SpendingFacts, intent: Intent): bigint {
  if (intent.kind === "deposit") return intent.assets;
  if (intent.kind !== "redeem") return 0n;
  return intent.parts.find(({ share }) => share.address === token.address)?.shares ?? 0n;
}

function permitStep(
  { token }: SpendingFacts,
  { domain, nonce }: NonNullable<SpendingFacts["permit"]>,
  { amount, context, deadline }: { amount: bigint; context: PlanContext; deadline: UnixSeconds },
): PermitStep {
  const spender = context.deployment.addresses.strategyRouter;
  return {
    kind: "permit",
    token,
    domain,
    message: { owner: context.account, spender, value: amount, nonce, deadline },
  };
}

/** None when the allowance is exactly right. Tokens of USDT's kind refuse to change one that is not zero, so it is taken back first. */
function approveSteps(
  { token, allowance }: SpendingFacts,
  amount: bigint,
  context: PlanContext,
): readonly ApproveStep[] {
  if (allowance === amount) return [];
  const amounts = allowance === 0n ? [amount] : [0n, amount];
  const spender = context.deployment.addresses.strategyRouter;
  return amounts.map((one) => {
    const calldata = encodeFunctionData({ abi: erc20PermitAbi, functionName: "approve", args: [spender, one] });
    const call = describeCall({ to: token.address, calldata, value: 0n });
    return { kind: "approve", token, spender, amount: one, call };
  });
}
