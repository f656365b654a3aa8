import { currentStep } from "@/lib/transaction/nextCommand";
import type { Sent, TransactionState } from "@/lib/transaction/TransactionState";
import { describeBlock } from "./describeBlock";
import { describeIntent } from "./describeIntent";
import type { ChainName } from "./errorMessage";
import { formatAddress } from "./formatAddress";
import { revertMessage } from "./revertMessage";

/** How a notice is coloured: on its way, wants attention, lost or refused, done. */
export type NoticeTone = "pending" | "warning" | "loss" | "profit";

/** A notice about a write. Null: nothing to tell (idle, or still in the form). */
export type Notice = { readonly tone: NoticeTone; readonly title: string; readonly body: string } | null;

/** What a person is told about a write in its present state; each end has its own words. */
export function describeTransaction(state: TransactionState, chainName: ChainName): Notice {
  switch (state.status) {
    case "idle":
    case "planning":
    case "simulating":
    case "simulated":
      return null;
    case "blocked": {
      const { what, why, next } = describeBlock(state.reason, chainName);
      return { tone: "loss", title: withoutStop(what), body: `${why} ${next}`.trim() };
    }
    case "awaitingSignature":
      return { tone: "pending", title: "Waiting for your wallet", body: walletQuestion(state) };
    case "rejected":
      return { tone: "warning", title: "Rejected in the wallet", body: "Nothing was signed and nothing was sent." };
    case "walletFailed":
      return {
        tone: "loss",
        title: "Your wallet failed",
        body: "It may have sent the transaction all the same. Try again: the chain is looked at first.",
      };
    case "unclear":
      return state.isLookedAt
        ? {
            tone: "warning",
            title: "Cannot tell whether it was sent",
            body: "Another transaction used its number. Look at your position: the chain knows.",
          }
        : {
            tone: "pending",
            title: "Looking for your transaction",
            body: "The wallet was asked and gave no answer. Nothing is sent twice.",
          };
    default:
      return describeSent(state);
  }
}

type SentState = Extract<TransactionState, Sent>;

function describeSent(state: SentState): Notice {
  const { title } = describeIntent(state.plan.intent);
  switch (state.status) {
    case "broadcast":
      return state.earlierHashes.length > 0
        ? {
            tone: "warning",
            title: "Replaced with another fee",
            body: `Your wallet sent ${formatAddress(state.hash)} in its place. Same call; following the new one.`,
          }
        : { tone: "pending", title: `${stepName(state)} sent`, body: `${title}. Waiting for a block.` };
    case "pending":
      return {
        tone: "pending",
        title: `${stepName(state)} in a block`,
        body: `${title}. One more block makes it certain.`,
      };
    case "confirmed":
      return { tone: "profit", title: `${stepName(state)} confirmed`, body: `${title}.` };
    case "reverted": {
      const { what, why, next } =
        state.revert === null ? { what: "", why: "Nothing was taken.", next: "" } : revertMessage(state.revert);
      return {
        tone: "loss",
        title: `${stepName(state)} failed`,
        body: `${what} ${why} Only the network fee was paid. ${next}`.trim().replace(/ {2,}/g, " "),
      };
    }
    case "cancelled":
      return {
        tone: "warning",
        title: `${stepName(state)} cancelled`,
        body: `Your wallet sent ${formatAddress(state.byHash)} to take its place. Nothing was taken.`,
      };
    case "replaced":
      return {
        tone: "warning",
        title: `${stepName(state)} replaced`,
        body: `Your wallet sent another transaction, ${formatAddress(state.byHash)}, in its place. This one will not happen.`,
      };
    case "dropped":
      return {
        tone: "warning",
        title: `${stepName(state)} dropped`,
        body: "The network forgot it. It may still come back; trying again uses the same number, so only one can ever happen.",
      };
  }
}

function stepName(state: Sent): string {
  if (currentStep(state)?.kind === "approve") return "Approval";
  return describeIntent(state.plan.intent).button.startsWith("Request") ? "Request" : "Transaction";
}

function walletQuestion(state: Extract<TransactionState, { status: "awaitingSignature" }>): string {
  switch (currentStep(state)?.kind) {
    case "switchChain":
      return "It asks to switch the network.";
    case "permit":
      return "It asks for a signature. That costs nothing and sends nothing.";
    case "approve":
      return "It asks for an approval. The transaction itself follows.";
    default:
      return "It asks to send the transaction.";
  }
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, "");
}
