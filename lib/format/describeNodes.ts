import type {
  ActivityGapError,
  BroadcastMismatchError,
  CodeDiffersError,
  HistoryGapError,
  NodeSaying,
  NoQuorumError,
} from "@/lib/errors/quorumErrors";
import type { NodeObjection } from "@/lib/transaction/Witnesses";
import { formatAddress } from "./formatAddress";
import type { Message } from "./Message";

/** Failures that are about what nodes say, together or of the contracts. */
export type NodesError = NoQuorumError | CodeDiffersError | HistoryGapError | ActivityGapError | BroadcastMismatchError;

/** Such a failure in three sentences. */
export function nodesMessage(error: NodesError): Message {
  switch (error.code) {
    case "noQuorum":
      return describeNoQuorum(error, "So it is not shown.");
    case "codeDiffers":
      return {
        what: "A contract is not what was published.",
        why: `Other code than published stands at ${error.addresses.join(", ")}.`,
        next: "This page only reads from it. Do not sign anything for these contracts, and report it.",
      };
    case "historyGap":
      return {
        what: "The vault’s history is not whole.",
        why: `The RPC node’s logs of ${formatAddress(error.vault)} leave out ${epochsText(error.epochs)}, so no history is shown.`,
        next: "Nothing you own is affected. Use another RPC node, or come back later.",
      };
    case "activityGap":
      return {
        what: "The activity is not whole.",
        why: `The RPC node’s logs of ${formatAddress(error.vault)} do not add up to what the vault says, so no history is shown.`,
        next: "Nothing you own is affected. Use another RPC node, or come back later.",
      };
    case "broadcastMismatch":
      return {
        what: "An RPC node gave a wrong receipt.",
        why: `${error.host} answered with another transaction’s hash. Yours may be on its way all the same.`,
        next: "Try again: the chain is looked at first, so nothing is sent twice.",
      };
  }
}

type NoQuorum = Pick<NoQuorumError, "subject" | "needed" | "sayings">;

/** That the nodes do not say the same, who says what, and what follows from it. */
export function describeNoQuorum({ subject, needed, sayings }: NoQuorum, consequence: string): Message {
  const answered = sayings.filter(({ failure }) => failure === null).length;
  const isSilence = answered < needed;
  const who = sayings.map((saying) => sayingText(saying)).join(", ");
  return {
    what: isSilence ? "Too few RPC nodes answer." : "The RPC nodes do not say the same.",
    why: isSilence
      ? `${needed} of ${sayings.length} must say the same: ${who}. ${consequence}`
      : `About ${subjectText(subject)}: ${who}. ${consequence}`,
    next: isSilence
      ? "Try again in a moment."
      : "Try again in a moment. If it stays so, one of them is behind or lies: sign nothing until it is mended.",
  };
}

/** What a node that was outvoted said, or that it said nothing. */
export function describeObjection(objection: NodeObjection): string {
  if (objection.failure !== null) return `${sayingText(objection)}.`;
  const says = objection.says === null ? "says otherwise" : `says ${objection.says}`;
  return `${objection.host} ${says} about ${subjectText(objection.subject)}.`;
}

function sayingText({ host, says, failure }: NodeSaying): string {
  if (failure !== null) return `${host} ${FAILURES[failure] ?? "failed"}`;
  return says === null ? `${host} gave an answer of its own` : `${host} says ${says}`;
}

const FAILURES: Readonly<Record<string, string>> = {
  rpcUnreachable: "did not answer",
  rpcRateLimited: "takes no more requests for now",
  rpcRefused: "refused",
  wrongChainNode: "serves another chain",
  garbledAnswer: "gave an answer that makes no sense",
};

/** Contracts' functions in words; one without any is named as it is. */
const SUBJECTS: Readonly<Record<string, string>> = {
  block: "the newest block",
  nonce: "your next transaction’s number",
  nonces: "your next permit’s number",
  simulation: "what this would do",
  code: "the contracts’ code",
  allowance: "your allowance",
  balanceOf: "a balance",
  answer: "the contracts’ answers",
};

function subjectText(subject: string): string {
  return Object.hasOwn(SUBJECTS, subject) ? (SUBJECTS[subject] ?? subject) : `the contract’s ${subject}`;
}

/** A few by name, more by their number. */
function epochsText(epochs: readonly number[]): string {
  const [first, ...more] = epochs;
  if (more.length === 0) return `epoch ${first}`;
  return epochs.length <= 4 ? `epochs ${epochs.join(", ")}` : `${epochs.length} epochs`;
}
