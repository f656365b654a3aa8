import type { Hex } from "@/lib/vault/Token";
import type { BareCall, Call } from "./Call";
import type { TransactionPlan } from "./TransactionPlan";
import type { FinishedStep, TransactionState } from "./TransactionState";

/** Calls that a wallet is asked to carry out together or not at all (EIP-5792), and the name that this page gives them. */
export type Batch = { readonly id: Hex; readonly calls: readonly Call[] };

/** A batch that the wallet took, and whose transaction it has not told yet. */
export type SentBatch = Extract<TransactionState, { status: "batchSent" }>;

type UnderWay = { readonly plan: TransactionPlan; readonly finished: readonly FinishedStep[] };

/** What goes out as one now; null for a plan that is sent step by step, and while a chain switch comes first. */
export function batchOf({ plan, finished }: UnderWay): Batch | null {
  const rest = plan.steps.slice(finished.length);
  if (plan.isBatch !== true || rest[0]?.kind === "switchChain") return null;
  return { id: batchIdOf(plan), calls: rest.flatMap((step) => ("call" in step ? [step.call] : [])) };
}

/** Every call of a plan, in order, without what only its preview needs. */
export function planCalls({ steps }: Pick<TransactionPlan, "steps">): readonly BareCall[] {
  return steps.flatMap((step) => {
    if (!("call" in step)) return [];
    const { to, value, calldata } = step.call;
    return [{ to, value, calldata }];
  });
}

/** The batch's name: the plan's id, letter by letter, as the hex that wallets take. */
function batchIdOf({ id }: Pick<TransactionPlan, "id">): Hex {
  return `0x${[...id].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(2, "0")).join("")}`;
}
