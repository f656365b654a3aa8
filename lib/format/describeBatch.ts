import type { BatchRefusal, Refusal } from "@/lib/transaction/Intent";
import type { Together } from "@/lib/transaction/Together";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { BatchDelay } from "@/lib/transaction/TransactionState";
import type { Message } from "./Message";

/** What one signature is for, over the steps of a plan that goes out as one. */
export function describeBatch({ intent, steps }: Pick<TransactionPlan, "intent" | "steps">): string {
  const approvals = steps.filter(({ kind }) => kind === "approve").length;
  const act = intent.kind === "deposit" ? "deposit" : "withdrawal";
  return `One signature: ${approvals === 1 ? "approval" : "approvals"} and ${act} are sent together, or not at all.`;
}

const TOGETHER: Readonly<Record<Together, string>> = {
  wallet: "One signature, one transaction: your wallet sends approval and deposit together, or not at all.",
  safe: "One Safe transaction: approval and deposit together, or not at all, once enough of its owners have signed.",
};

/** How a deposit will be signed, said before its review, where whoever signs carries calls out together. */
export function describeTogether(together: Together): string {
  return TOGETHER[together];
}

const REFUSED: Readonly<Record<BatchRefusal, string>> = {
  upgrade: "It would have to become a smart account first, and that was declined.",
  chain: "It does not do so on this network.",
  atomicity: "It cannot promise that all or none of them is carried out.",
  unsupported: "It does not know this kind of request.",
};

/** Why there are more steps now than before, in three sentences. */
export function describeRefusal(refusal: Refusal): Message {
  const next = "Review it again: nothing was sent.";
  if (refusal.kind === "permit") {
    return {
      what: "Your wallet does not sign permits.",
      why: "So the router is allowed to take the amount by a transaction of its own, before the last one.",
      next,
    };
  }
  return {
    what: "Your wallet does not send the calls together.",
    why: `${REFUSED[refusal.why]} So they are confirmed one after the other.`,
    next,
  };
}

const DELAYS: Readonly<Record<BatchDelay, string>> = {
  slow: "Your wallet says that it still waits.",
  untraced: "Your wallet says that it is done, and the nodes of this page do not know its transaction.",
  unread: "Your wallet says that it is done, and the chain cannot be read now to see what it did.",
  disputed:
    "Your wallet says that it is done, and the nodes of this page do not say the same about what it did, so nothing counts as confirmed.",
  stillOpen:
    "Your Safe’s page says that nothing will come of it, and the chain does not show that its number was used, so it may yet be executed.",
  silent: "Your wallet does not say what became of it. Unlock it, or open it.",
};

/** Why nothing is known yet of a batch that the wallet took, and what helps; null while nothing is out of the ordinary. */
export function describeBatchDelay(delay: BatchDelay | null): string | null {
  if (delay === null) return null;
  return `${DELAYS[delay]} This page looks on until you close this. Before you try again, look at your position, and refuse it in your wallet if it waits there.`;
}
