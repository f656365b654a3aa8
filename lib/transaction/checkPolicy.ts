import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "@/lib/vault/Token";
import { APPROVE_SELECTOR, ENDING_CALLS, PLANNED_CALLS, REVOKING_CALLS } from "./allowedCalls";
import {
  checkCall,
  isListedAsset,
  isSameAddress,
  isSpender,
  type KnownContracts,
  type ReadCall,
  takesFor,
} from "./checkCall";
import { type Ending, isRevocation, type Revocation } from "./Intent";
import type { NATIVE_COIN } from "./Movement";
import type { ActStep, ApproveStep, PermitStep, TransactionPlan } from "./TransactionPlan";
import { type Taken, takenAmounts } from "./takenAmounts";
import type { Violation } from "./Violation";

/** What plans are held against: addresses from the configuration, account and time from the wallet and the chain. */
export type TransactionPolicy = KnownContracts & {
  readonly chainId: number;
  /** Chain time. */
  readonly now: UnixSeconds;
};

/** Longest life of a permit that is signed: 20 minutes of chain time. */
const LONGEST_PERMIT_SECONDS = 1200n;

/**
 * Every rule that a plan breaks; an empty list lets it pass. Calls are judged by their bytes: known targets, functions
 * of the closed list, receiver and controller the account itself, allowances and permits to the router alone, or to the contract of
 * the registry that the plan calls, for exactly what the plan moves, permits of at most 20 minutes, value only with `depositEth`. A plan that takes a right away
 * does that alone: an allowance to exactly 0, or an operator off, of the token and the holder that it names. There is no
 * step for `eth_sign` or for a delegated call, and no call that makes an operator, so none can be planned.
 */
export function checkPolicy(plan: TransactionPlan, policy: TransactionPolicy): readonly Violation[] {
  return [
    ...checkOrigin(plan, policy),
    ...checkOrder(plan),
    ...plan.steps.flatMap((step) => {
      if (step.kind === "permit") return checkPermit(step, plan, policy);
      if (step.kind === "approve") return checkApproval(step, plan, policy);
      return step.kind === "act" ? checkAct(step, plan, policy) : [];
    }),
    ...plan.allowanceLeft.flatMap(({ token, amount }): readonly Violation[] =>
      amount === 0n ? [] : [{ kind: "allowanceLeft", token: token.address, amount }],
    ),
  ];
}

function checkOrigin(plan: TransactionPlan, policy: TransactionPolicy): readonly Violation[] {
  const violations: Violation[] = [];
  const chains = [plan.chainId, ...plan.steps.flatMap((step) => (step.kind === "switchChain" ? [step.chainId] : []))];
  for (const found of chains) {
    if (found !== policy.chainId) violations.push({ kind: "wrongChain", found, expected: policy.chainId });
  }
  if (!isSameAddress(plan.account, policy.account)) {
    violations.push({ kind: "wrongAccount", found: plan.account, expected: policy.account });
  }
  return violations;
}

/** One act, at the end; the chain switch, if any, at the start; nothing to sign within a batch. */
function checkOrder(plan: TransactionPlan): readonly Violation[] {
  const isSignedBatch = plan.isBatch === true && plan.steps.some((step) => step.kind === "permit");
  const acts = plan.steps.filter((step) => step.kind === "act").length;
  const switches = plan.steps.slice(1).some((step) => step.kind === "switchChain");
  return acts === 1 && plan.steps.at(-1)?.kind === "act" && !switches && !isSignedBatch ? [] : [{ kind: "badSteps" }];
}

function checkPermit(step: PermitStep, plan: TransactionPlan, policy: TransactionPolicy): readonly Violation[] {
  const { domain, message, token } = step;
  const violations: Violation[] = [];
  const isOwn = [...policy.assets, ...policy.vaults].some((known) => isSameAddress(known, token.address));
  const isKnown = isOwn || isListedAsset(token.address, policy);
  const isOurs =
    isKnown &&
    domain.chainId === policy.chainId &&
    isSameAddress(domain.verifyingContract, token.address) &&
    isSameAddress(message.owner, policy.account);
  if (!isOurs) violations.push({ kind: "permitForeign", token: domain.verifyingContract });
  const spender = BigInt(message.spender);
  if (!isSpender(spender, token.address, policy) || !takesFor(spender, calledBy(plan), policy)) {
    violations.push({ kind: "unknownSpender", token: token.address, spender: message.spender });
  }
  const latest = unixSeconds(policy.now + LONGEST_PERMIT_SECONDS);
  if (message.deadline > latest) violations.push({ kind: "permitTooLong", deadline: message.deadline, latest });
  if (message.deadline <= policy.now) {
    violations.push({ kind: "permitExpired", deadline: message.deadline, now: policy.now });
  }
  return [...violations, ...exactAmount(message.value, token.address, plan)];
}

function checkApproval(step: ApproveStep, plan: TransactionPlan, policy: TransactionPolicy): readonly Violation[] {
  const { violations, read } = checkCall(step.call, policy, PLANNED_CALLS);
  if (read === null) return violations;
  const [spender = 0n, amount = 0n] = read.words;
  const isAsShown =
    read.rule.selector === APPROVE_SELECTOR &&
    isSameAddress(step.call.to, step.token.address) &&
    BigInt(step.spender) === spender &&
    step.amount === amount;
  const shown: readonly Violation[] = isAsShown ? [] : [{ kind: "malformedCalldata", target: step.call.to }];
  const exact = amount === 0n ? [] : exactAmount(amount, step.call.to, plan);
  return [...violations, ...shown, ...exact, ...unusedAllowance(step, plan, policy)];
}

/** A known spender that the plan then does not call. Of an unknown one the call's own rules have told. */
function unusedAllowance(
  { spender, amount, call: { to: token } }: ApproveStep,
  plan: TransactionPlan,
  policy: TransactionPolicy,
): readonly Violation[] {
  const isKnown = isSpender(BigInt(spender), token, policy);
  if (amount === 0n || !isKnown || takesFor(BigInt(spender), calledBy(plan), policy)) return [];
  return [{ kind: "unknownSpender", token, spender }];
}

/** The contract that the plan calls in the end. */
function calledBy(plan: TransactionPlan): Address | undefined {
  const last = plan.steps.at(-1);
  return last?.kind === "act" ? last.call.to : undefined;
}

function checkAct(step: ActStep, plan: TransactionPlan, policy: TransactionPolicy): readonly Violation[] {
  if (isRevocation(plan.intent)) return checkRevocation(step, plan.intent, policy);
  if (plan.intent.kind === "endEpoch") return checkEnding(step, plan.intent, policy);
  const { violations, read } = checkCall(step.call, policy, PLANNED_CALLS);
  if (read === null) return violations;
  if (read.rule.selector === APPROVE_SELECTOR) return [...violations, { kind: "badSteps" }];
  return [...violations, ...takenAmounts(step.call, read).flatMap((taken) => callAmount(taken, { plan, read }))];
}

/** The one call that takes away what the intent names: the same contract, and the same holder. */
function checkRevocation({ call }: ActStep, intent: Revocation, policy: TransactionPolicy): readonly Violation[] {
  const { violations, read } = checkCall(call, policy, REVOKING_CALLS);
  if (read === null) return violations;
  const named =
    intent.kind === "revokeAllowance"
      ? { of: intent.token.address, holder: intent.spender, functionName: "approve" }
      : { of: intent.vault.address, holder: intent.operator, functionName: "setOperator" };
  const isAsNamed =
    read.rule.functionName === named.functionName &&
    isSameAddress(call.to, named.of) &&
    read.words[0] === BigInt(named.holder);
  return isAsNamed ? violations : [...violations, { kind: "malformedCalldata", target: call.to }];
}

/** The one call that ends what the intent names, in the vault that it names. */
function checkEnding({ call }: ActStep, { vault, by }: Ending, policy: TransactionPolicy): readonly Violation[] {
  const { violations, read } = checkCall(call, policy, ENDING_CALLS);
  if (read === null) return violations;
  const isAsNamed = read.rule.functionName === by && isSameAddress(call.to, vault.address);
  return isAsNamed ? violations : [...violations, { kind: "malformedCalldata", target: call.to }];
}

function callAmount(
  { token, amount }: Taken,
  of: { readonly plan: TransactionPlan; readonly read: ReadCall },
): readonly Violation[] {
  const expected = leaving(token, of.plan);
  const { functionName } = of.read.rule;
  return amount === expected ? [] : [{ kind: "callAmountDiffers", functionName, found: amount, expected }];
}

function exactAmount(found: bigint, token: Address, plan: TransactionPlan): readonly Violation[] {
  const expected = leaving(token, plan);
  return found === expected && found > 0n ? [] : [{ kind: "amountNotExact", token, found, expected }];
}

/** What leaves the account of one token, by the plan's own promise. */
function leaving(token: Address | typeof NATIVE_COIN, plan: TransactionPlan): bigint {
  return plan.expectedMovements
    .filter((movement) => movement.token.toLowerCase() === token.toLowerCase())
    .filter((movement) => isSameAddress(movement.account, plan.account) && movement.delta < 0n)
    .reduce((sum, movement) => sum - movement.delta, 0n);
}
