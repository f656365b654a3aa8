import type { ApproveStep, PermitStep, TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { formatTokenExact } from "./formatToken";
import { formatUtcDate } from "./formatUtcDate";

/** What a grant is part of, what its spender is called, and when it is read (chain time). */
export type GrantReading = {
  readonly plan: Pick<TransactionPlan, "allowanceLeft" | "isBatch">;
  readonly spenderName: string;
  readonly now: UnixSeconds;
};

/**
 * How far an approval or a permit reaches, in sentences, before it is signed: who may take what, up to how much, until when, and what is
 * left of it. The router takes only from whoever calls it, so the account alone can use what it grants there.
 */
export function describeGrant(step: ApproveStep | PermitStep, { plan, spenderName, now }: GrantReading): string {
  const { token } = step;
  if (step.kind === "approve" && step.amount === 0n) {
    return `Takes back what ${spenderName} may still take of your ${token.symbol}, so that the exact amount can be set next. It grants nothing.`;
  }
  const amount = formatTokenExact(step.kind === "permit" ? step.message.value : step.amount, token);
  const reach = `Lets ${spenderName} take up to ${amount}, and only in a transaction that you send.`;
  const end = endOf(step, plan.isBatch === true, now);
  const left = plan.allowanceLeft.find(({ token: one }) => one.address.toLowerCase() === token.address.toLowerCase());
  if (left === undefined) return `${reach} ${end}`;
  const rest =
    left.amount === 0n
      ? "The last step uses all of it: nothing is left afterwards."
      : `After the last step, ${formatTokenExact(left.amount, token)} of it is left.`;
  return `${reach} ${end} ${rest}`;
}

function endOf(step: ApproveStep | PermitStep, isBatch: boolean, now: UnixSeconds): string {
  if (step.kind === "permit") return `It can be handed in once, until ${formatUtcDate(step.message.deadline, now)}.`;
  return isBatch
    ? "It is used in the same transaction; if that fails, it was never given."
    : "It has no end date: if you stop after this step, it stands until you revoke it under Permissions.";
}
