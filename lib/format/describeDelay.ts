import type { Delay } from "@/lib/transaction/Delay";

/** Why a transaction waits and what helps, as sentences for its news; null while nothing is out of the ordinary. */
export function describeDelay(delay: Delay | null): string | null {
  switch (delay?.kind) {
    case undefined:
      return null;
    case "nonceGap":
      return `It waits for your transaction number ${delay.missing}, which the network does not have. Look for it in your wallet: send it again or cancel it there, and this one follows.`;
    case "feeTooLow":
      return "The network takes more now than it pays. Speed it up, cancel it, or wait until fees fall.";
    case "stuck":
      return "It has waited for a while although its fee would do. Speed it up, cancel it, or wait.";
    case "cancelling":
      return "Your wallet sent an empty transaction with the same number. Whichever is mined first counts; the other then never is.";
  }
}

/** Can a person do something about it from here? Not where another transaction is missing, or one is on its way already. */
export function canReplace(delay: Delay | null): boolean {
  return delay?.kind === "feeTooLow" || delay?.kind === "stuck";
}
