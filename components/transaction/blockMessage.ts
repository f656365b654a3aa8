import type { ChainName } from "@/lib/format/errorMessage";
import { formatSignedToken } from "@/lib/format/formatToken";
import type { Message } from "@/lib/format/Message";
import { revertMessage } from "@/lib/format/revertMessage";
import type { BlockReason } from "@/lib/transaction/TransactionState";
import type { MovementDifference } from "@/lib/transaction/Violation";

const NOTHING_SIGNED = "Nothing was signed and nothing was sent.";

/** Why a plan is not offered, in three sentences. */
export function blockMessage(reason: BlockReason, chainName: ChainName): Message {
  switch (reason.kind) {
    case "wouldRevert":
      return revertMessage(reason.revert);
    case "simulationDiffers":
      return {
        what: "It would do something else than it says.",
        why: `${reason.differences.map(differenceText).join(" ")} ${NOTHING_SIGNED}`,
        next: "Do not sign this. Try again; if it comes back, report it.",
      };
    case "policy":
      return {
        what: "This transaction breaks a rule of the app.",
        why: `${reason.violations.map(({ kind }) => kind).join(", ")}. ${NOTHING_SIGNED}`,
        next: "Try again; if it comes back, report it.",
      };
    case "notSimulated":
      return {
        what: "The transaction could not be simulated.",
        why: `${codeSentence(reason.code)} Without a simulation it is not offered for signing.`,
        next: "Try again in a moment.",
      };
    case "notPlanned":
      return { what: "The transaction could not be prepared.", why: codeSentence(reason.code), next: "Try again." };
    case "accountChanged":
      return { what: "The wallet changed its account.", why: NOTHING_SIGNED, next: "Start again with this account." };
    case "chainChanged":
      return {
        what: `The wallet went to ${chainName(reason.chainId)}.`,
        why: NOTHING_SIGNED,
        next: "Try again: the first step switches it back.",
      };
    case "permitExpired":
      return {
        what: "The permit is out of date.",
        why: "It was valid for at most 20 minutes of chain time. Nothing was taken.",
        next: "Try again and sign a new one.",
      };
  }
}

/** The wallet failed while it was asked: its code as three sentences. */
export function walletMessage(code: string): Message {
  const next = "Try again: the chain is looked at first, so nothing is sent twice.";
  return { what: "Your wallet did not do it.", why: codeSentence(code), next };
}

const CODES: Readonly<Record<string, string>> = {
  rpcUnreachable: "No RPC node answered.",
  rpcRateLimited: "The RPC node takes no more requests for now.",
  rpcRefused: "The RPC node refused the request.",
  wrongChainNode: "The RPC node belongs to another chain.",
  garbledAnswer: "The RPC node's answer makes no sense.",
  walletWrongChain: "It is on another network. Nothing was sent.",
  walletAccountChanged: "It acts for another account now. Nothing was sent.",
  walletUnsupported: "It cannot do what was asked. Nothing was sent.",
  walletBusy: "It already shows a request and answers one at a time.",
  walletDisconnected: "It is locked, or the connection broke.",
  insufficientGasFunds: "The account's coins do not cover amount and network fee. Nothing was sent.",
  walletFailed: "It gave no reason. Something may have been sent all the same.",
};

function codeSentence(code: string): string {
  return Object.hasOwn(CODES, code) ? (CODES[code] ?? "") : `The cause is called ${code}.`;
}

function differenceText({ symbol, decimals, expected, simulated }: MovementDifference): string {
  const token = { symbol, decimals };
  return `Expected ${formatSignedToken(expected, token)}, simulated ${formatSignedToken(simulated, token)}.`;
}
