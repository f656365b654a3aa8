import type { BlockReason } from "@/lib/transaction/TransactionState";
import type { MovementDifference, Violation } from "@/lib/transaction/Violation";
import { codeSentence } from "./codeSentence";
import { describeNoQuorum } from "./describeNodes";
import type { ChainName } from "./errorMessage";
import { formatAddress } from "./formatAddress";
import { formatSignedToken } from "./formatToken";
import { isLedgerCode, ledgerMessage } from "./ledgerMessage";
import type { Message } from "./Message";
import { revertMessage } from "./revertMessage";

const NOTHING_SIGNED = "Nothing was signed.";
const AGAIN = "Start again; it is prepared anew.";

/** Why a plan is not offered for signing, in three sentences. */
export function describeBlock(reason: BlockReason, chainName: ChainName): Message {
  switch (reason.kind) {
    case "notPlanned":
      return {
        what: "This could not be prepared.",
        why: `${codeSentence(reason.code)} ${NOTHING_SIGNED}`,
        next: AGAIN,
      };
    case "notSimulated":
      return {
        what: "This could not be simulated.",
        why: `${codeSentence(reason.code)} What is not simulated is not offered. ${NOTHING_SIGNED}`,
        next: AGAIN,
      };
    case "policy": {
      const first = reason.violations[0];
      const why = first === undefined ? "It breaks a rule of this page." : describeViolation(first);
      return {
        what: "This page refuses to offer this.",
        why: `${why} ${NOTHING_SIGNED}`,
        next: "Reload the page. If it comes back, do not sign anything here, and report it.",
      };
    }
    case "wouldRevert":
      return {
        ...revertMessage(reason.revert),
        what: `It would fail: ${lowerFirst(revertMessage(reason.revert).what)}`,
      };
    case "simulationDiffers":
      return {
        what: "The simulation moved something else than promised.",
        why: `${reason.differences.map(describeDifference).join(" ")} ${NOTHING_SIGNED}`,
        next: AGAIN,
      };
    case "accountChanged":
      return {
        what: "The wallet changed its account.",
        why: `This was prepared for the one before. ${NOTHING_SIGNED}`,
        next: AGAIN,
      };
    case "chainChanged":
      return {
        what: `Your wallet is on ${chainName(reason.chainId)} now.`,
        why: `This was prepared for another network. ${NOTHING_SIGNED}`,
        next: "Switch back and start again.",
      };
    case "permitExpired":
      return { what: "The permit is out of date.", why: "A permit is valid for at most 20 minutes.", next: AGAIN };
    case "otherTab":
      return {
        what: "Another tab is busy with a transaction of this account.",
        why: `Two at a time could take each other's number. ${NOTHING_SIGNED}`,
        next: "Finish it there, or close that tab, and start again.",
      };
    case "numberUsed":
      return {
        what: "An earlier attempt may have gone through.",
        why: `It could use number ${reason.nonce} of your account's transactions, and one with that number is in the chain now. ${NOTHING_SIGNED}`,
        next: "Look at your position first. If it is not there yet, start again: it gets a number of its own.",
      };
    case "noQuorum":
      return describeNoQuorum(reason, NOTHING_SIGNED);
    case "codeDiffers":
      return {
        what: "A contract is not what was published.",
        why: `Other code than published stands at ${reason.addresses.join(", ")}. ${NOTHING_SIGNED}`,
        next: "Do not sign anything for these contracts, here or elsewhere, and report it.",
      };
  }
}

/** The wallet failed while it was asked: the code of its error, in three sentences. A Ledger says what to do on the device. */
export function describeWalletFailure(code: string): Message {
  if (isLedgerCode(code)) return ledgerMessage({ code });
  const next = "Try again: the chain is looked at first, so nothing is sent twice.";
  return { what: "Your wallet did not do it.", why: codeSentence(code), next };
}

/** A broken rule, with what was found. */
export function describeViolation(violation: Violation): string {
  switch (violation.kind) {
    case "wrongChain":
      return `It is for chain ${violation.found}, not ${violation.expected}.`;
    case "wrongAccount":
      return `It is for ${formatAddress(violation.found)}, not for you.`;
    case "badSteps":
      return "Its steps are not in order.";
    case "unknownTarget":
      return `It names ${violation.target}, which is none of this page's contracts.`;
    case "unknownFunction":
      return `It calls a function (${violation.selector}) that this page never uses.`;
    case "malformedCalldata":
      return `Its bytes for ${formatAddress(violation.target)} are not what the function takes.`;
    case "foreignBeneficiary":
      return `It would benefit ${violation.found}, not you.`;
    case "unknownSpender":
      return `It would let ${violation.spender} take your tokens.`;
    case "amountNotExact":
    case "callAmountDiffers":
      return `It asks for ${violation.found} units where ${violation.expected} were promised.`;
    case "permitTooLong":
      return "Its permit is valid for more than 20 minutes.";
    case "permitExpired":
      return "Its permit is out of date.";
    case "permitForeign":
      return "Its permit is for another token, chain or owner.";
    case "unexpectedValue":
      return `It sends coins (${violation.value} wei) where none belong.`;
    case "allowanceLeft":
      return `It would leave an allowance of ${violation.amount} units behind.`;
  }
}

function describeDifference({ expected, simulated, symbol, decimals }: MovementDifference): string {
  const token = { symbol, decimals };
  return `Promised ${formatSignedToken(expected, token)}, simulated ${formatSignedToken(simulated, token)}.`;
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
