import type { LinkFault, UnknownCall } from "@/lib/transaction/SharedReview";
import type { SafeFault } from "@/lib/transaction/safeFault";
import type { Violation } from "@/lib/transaction/Violation";
import type { Hex } from "@/lib/vault/Token";
import { describeViolation } from "./describeBlock";
import type { Message } from "./Message";

const ASK_AGAIN = "Ask whoever sent it for the whole link, and sign nothing until it opens.";

/** Why a link shows no plan, in three sentences. */
export function describeLinkFault(reason: LinkFault): Message {
  switch (reason) {
    case "empty":
      return {
        what: "This address carries no plan.",
        why: "A review link has the plan behind its # sign.",
        next: "Open the link that you were sent, or make one from the review of a deposit, a withdrawal or a claim.",
      };
    case "tooLong":
      return {
        what: "The link is too long.",
        why: "No plan of this page comes near 32 kB, so it was not read.",
        next: ASK_AGAIN,
      };
    case "otherVersion":
      return {
        what: "The link is of another version.",
        why: "This page does not know how to read it.",
        next: "Reload the page, or have the link made anew.",
      };
    case "damaged":
      return {
        what: "The link is not whole.",
        why: "Part of it is missing, or was changed on its way.",
        next: ASK_AGAIN,
      };
    case "badChecksum":
      return {
        what: "An address in the link has a wrong checksum.",
        why: "Its capitals do not fit its digits, as after a typing error. Nothing of it is shown.",
        next: ASK_AGAIN,
      };
  }
}

/** A broken rule of a plan that somebody else made: the account stands where a plan of one's own says you. */
export function describeSharedViolation(violation: Violation): string {
  switch (violation.kind) {
    case "foreignBeneficiary":
      return `It would benefit ${violation.found}, not the account that sends it.`;
    case "unknownSpender":
      return `It would let ${violation.spender} take the account's tokens.`;
    case "amountNotExact":
      return `It allows ${violation.found} units where the calls take ${violation.expected}.`;
    case "badSteps":
      return "It does not stand where a plan of this page has it: approvals first, one act at the end.";
    default:
      return describeViolation(violation);
  }
}

/** Why a call is shown as bytes alone. */
export function describeUnknownCall(reason: UnknownCall): string {
  switch (reason) {
    case "target":
      return "Its target is none of this page's contracts, so nobody here can say what it does.";
    case "function":
      return "Nobody here knows the function that it calls.";
    case "bytes":
      return "Its bytes are not what the function takes, so they may hide something.";
  }
}

/** Why the hashes of a Safe's transaction are not shown. */
export function describeSafeFault(fault: SafeFault): Message {
  switch (fault.kind) {
    case "otherHash":
      return {
        what: "The account hashes this in another way than a Safe.",
        why: `It calls itself a Safe of version ${fault.version}, but its own hash is not the one that such a Safe has. No hash is shown.`,
        next: "Do not sign for it until you know what it is.",
      };
    case "noBatchCode":
      return {
        what: `${fault.contract.name} is not on this chain.`,
        why: `Several calls at once need it at ${fault.contract.address}. Without it the Safe's transaction would do nothing and use up the number, so no hash is shown.`,
        next: "Do not sign it.",
      };
    case "otherBatchCode":
      return {
        what: `Other code stands where ${fault.contract.name} belongs.`,
        why: `A Safe runs the code at ${fault.contract.address} as its own, so it could do anything as your Safe. No hash is shown.`,
        next: "Do not sign it.",
      };
  }
}

/** A hash in eight groups of eight digits, to be read aloud one by one. */
export function hashGroups(hash: Hex): readonly string[] {
  return hash.slice(2).match(/.{1,8}/g) ?? [];
}
