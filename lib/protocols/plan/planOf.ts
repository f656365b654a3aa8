import { encodeFunctionData, getAbiItem } from "viem";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import type { Call } from "@/lib/transaction/Call";
import type { Consequence } from "@/lib/transaction/Consequence";
import { type Intent, refusalsOf } from "@/lib/transaction/Intent";
import type { Movement } from "@/lib/transaction/Movement";
import type { ApproveStep, PermitStep, Step, TransactionPlan } from "@/lib/transaction/TransactionPlan";
import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "@/lib/vault/Token";
import { decodeCall } from "./decodeCall";
import type { CallPermit, PlanContext, SpendingFacts } from "./PlanContext";

/** What a protocol says of an intent; the rest of a plan is the same for all. */
export type PlanParts = {
  /** Who takes the tokens that are spent. */
  readonly spender: Address;
  /** What is spent of a token, in its smallest unit. */
  readonly spentOf: (facts: SpendingFacts) => bigint;
  /** The one call that does it, with the permits that there are; decoded for the preview. */
  readonly act: (permitOf: (token: Address) => CallPermit | undefined) => Call;
  readonly movements: readonly Movement[];
  readonly consequences: readonly Consequence[];
  /** The act can carry a permit of what is spent. */
  readonly takesPermits: boolean;
};

/** Permits live 15 minutes of chain time: time to read and sign, and well inside the policy's 20. */
const PERMIT_SECONDS = 900n;

/**
 * An intent, what was read for it and what its protocol says → everything that one write needs. Pure: the same context gives
 * the same plan. Each token is spent by a permit, or by an approval of exactly the amount where it takes none (or none is
 * wanted); an old allowance of another amount is taken back first. A wallet that carries out calls together gets no permit: approvals
 * and act go to it as one. So does everything to a Safe, which has no key for a permit.
 */
export function planOf(intent: Intent, context: PlanContext, parts: PlanParts): TransactionPlan {
  const { deployment, account, block } = context;
  const deadline = unixSeconds(block.timestamp + PERMIT_SECONDS);
  const { movements, spender } = parts;
  const spendings = context.spending.map((facts) => spendingOf(facts, { intent, context, parts, deadline }));
  const permitOf = (token: Address) => spendings.find(({ facts }) => facts.token.address === token)?.permit;
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
    steps: [...switching, ...spent, { kind: "act", call: parts.act(permitOf) }],
    ...batched,
    ...ofSafe,
    expectedMovements: movements,
    allowanceLeft: spendings.map(({ facts: { token }, granted }) => ({
      token,
      spender,
      amount: granted - takenOf(token.address, movements, account),
    })),
    consequences: parts.consequences,
  };
}

type Spending = {
  readonly facts: SpendingFacts;
  readonly steps: readonly Step[];
  readonly permit: CallPermit | undefined;
  /** What the spender may take once the steps are done. */
  readonly granted: bigint;
};
type SpendingInputs = {
  readonly intent: Intent;
  readonly context: PlanContext;
  readonly parts: PlanParts;
  readonly deadline: UnixSeconds;
};

function spendingOf(facts: SpendingFacts, { intent, context, parts, deadline }: SpendingInputs): Spending {
  const { spender } = parts;
  const amount = parts.spentOf(facts);
  const isTogether = context.sendsBatches === true || context.isSafe === true;
  if (facts.permit && parts.takesPermits && !isTogether && !prefersApproval(intent)) {
    const { domain, nonce } = facts.permit;
    const message = { owner: context.account, spender, value: amount, nonce, deadline };
    const step: PermitStep = { kind: "permit", token: facts.token, domain, message };
    return { facts, steps: [step], permit: { deadline, signature: null }, granted: amount };
  }
  const steps = approveSteps(facts, amount, spender);
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

/** None when the allowance is exactly right. Tokens of USDT's kind refuse to change one that is not zero, so it is taken back first. */
function approveSteps({ token, allowance }: SpendingFacts, amount: bigint, spender: Address): readonly ApproveStep[] {
  if (allowance === amount) return [];
  const amounts = allowance === 0n ? [amount] : [0n, amount];
  return amounts.map((one) => {
    const calldata = encodeFunctionData({ abi: erc20PermitAbi, functionName: "approve", args: [spender, one] });
    const call = decodeCall(APPROVE, { to: token.address, calldata, value: 0n });
    return { kind: "approve", token, spender, amount: one, call };
  });
}

const APPROVE = getAbiItem({ abi: erc20PermitAbi, name: "approve" });
