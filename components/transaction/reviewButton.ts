import { batchOf } from "@/lib/transaction/batch";
import { currentStep } from "@/lib/transaction/nextCommand";
import type { Progress } from "@/lib/transaction/TransactionState";
import { intentWords } from "./intentWords";

/** The button of the step that comes next: what pressing it will make the wallet ask. */
export function reviewButton(progress: Progress): string {
  if (batchOf(progress) !== null) return intentWords(progress.plan.intent).button;
  const step = currentStep(progress);
  switch (step?.kind) {
    case "switchChain":
      return "Switch network";
    case "permit":
      return `Sign permit for ${step.token.symbol}`;
    case "approve":
      return step.amount === 0n ? `Reset ${step.token.symbol} allowance` : `Approve ${step.token.symbol}`;
    default:
      return intentWords(progress.plan.intent).button;
  }
}

/** What is going on once the wallet was asked. */
export function waitingVerb(progress: Progress): string {
  const kind = currentStep(progress)?.kind;
  if (kind === "switchChain") return "Waiting for the switch";
  return kind === "permit" ? "Waiting for your signature" : "Waiting for your wallet";
}
