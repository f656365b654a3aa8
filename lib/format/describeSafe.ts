import type { SafeWait } from "@/lib/transaction/SafeStanding";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { BatchDelay } from "@/lib/transaction/TransactionState";
import type { Message } from "./Message";

/** What a Safe's owners are asked for, over the steps of a plan. */
export function describeSafePlan({ steps }: Pick<TransactionPlan, "steps">): string {
  const calls = steps.filter(({ kind }) => kind === "approve" || kind === "act").length;
  const what =
    calls === 1 ? "One Safe transaction" : `One Safe transaction with ${calls} calls, together or not at all`;
  return `${what}. Nothing happens before enough of its owners have signed.`;
}

/** Where a Safe's transaction stands, as the news of it in the corner. */
export function describeSafeWait(
  { signed, needed, owners, nonce, isShown }: SafeWait,
  delay: BatchDelay | null,
): Message {
  if (isShown === false) {
    return {
      what: "Your Safe asks its owners for another signature than was shown.",
      why: `Its transaction number ${nonce} has another hash than the calls that were reviewed here.`,
      next: "Nobody should sign it. Reject it in the Safe, and find out what it does.",
    };
  }
  if (delay === "stillOpen") {
    return {
      what: "Your Safe’s page says that it was rejected or replaced, and the chain does not show it.",
      why: `As far as this page can read, number ${nonce} is still free in your Safe, so it may yet be executed.`,
      next: "Reject it in your Safe before you try again. This page looks on until you close this.",
    };
  }
  const isSigned = signed >= needed;
  return {
    what: isSigned ? "It waits in your Safe to be executed." : `Waiting for ${needed} of ${owners} owners to sign.`,
    why: `${signedBy(signed)}${isSigned ? `, as many as it takes (${needed} of ${owners})` : ""}. ${isShown === true ? "The hash that the Safe shows is the one of what you reviewed." : "Its hash could not be compared here: compare it with a review link."}`,
    next:
      delay === null
        ? "You can leave this page."
        : "You can leave this page, or close this: nothing is forgotten in the Safe.",
  };
}

function signedBy(signed: number): string {
  if (signed === 0) return "Nobody has signed yet";
  return signed === 1 ? "One has signed" : `${signed} have signed`;
}

/** The Safe can not execute it any more: its number is used, as the chain says. By what, the Safe's page says. */
export const SAFE_GAVE_UP =
  "Its number is used up on the chain, by another transaction as your Safe’s page says: it was rejected or replaced in your Safe. So none of its calls was carried out.";

/** Nobody here knows whether the Safe took it: only its own page names it. */
export const SAFE_UNCLEAR = {
  what: "Nobody here knows whether your Safe took it.",
  why: "Its page was asked and gave no name for the transaction. It may stand in the Safe’s queue.",
  next: "Look there: if it is in the queue, sign or reject it there. If it is not, close this and start again.",
} as const satisfies Message;
