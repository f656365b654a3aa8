import { isSameAddress } from "@/lib/transaction/checkCall";
import type { EffectDifference } from "@/lib/transaction/effectDifferences";
import type { SignedDifference } from "@/lib/transaction/signedDifferences";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import type { MovementDifference } from "@/lib/transaction/Violation";
import { formatTokenExact } from "./formatToken";
import type { Message } from "./Message";
import { grouped } from "./numberText";

/** A signature that is not of what was shown, in three sentences. It was not used. */
export function describeSignedOther(differences: readonly SignedDifference[]): Message {
  return {
    what: "Your wallet signed something else than was shown.",
    why: `${differences.map(describeDifference).join(" ")} This page threw the signature away and sent nothing. Whoever else has it may still use it until its deadline.`,
    next: "Check which account your wallet uses, and do not sign anything more with it until you know why.",
  };
}

type SentOther = Pick<Extract<TransactionState, { status: "sentOther" }>, "plan" | "differences" | "batchId">;

/** A transaction that is not the one shown, in three sentences. It is on its way already; a batch is in its block. */
export function describeSentOther({ plan, differences, batchId }: SentOther): Message {
  const cancel = batchId === undefined ? "cancel the transaction in your wallet while it waits, " : "";
  return {
    what: "Your wallet sent another transaction than the one shown.",
    why: differences
      .map((one) => ("shown" in one && "signed" in one ? describeDifference(one) : describeEffect(one, plan)))
      .join(" "),
    next: `It cannot be taken back from here. Look at your position, ${cancel}and do not sign anything more with this wallet until you know why.`,
  };
}

/** Addresses stand whole: here somebody compares. */
function describeDifference({ field, shown, signed }: SignedDifference): string {
  switch (field) {
    case "signer":
      return `It was for the account ${shown}, and is by ${signed}.`;
    case "chainId":
      return `It was for chain ${shown}, and holds on ${signed === "any" ? "every chain" : `chain ${signed}`}.`;
    case "nonce":
      return `It was to be your transaction number ${shown}, and is number ${signed}: it takes the place of nothing, so an earlier one may be carried out as well.`;
    case "to":
      return `It was for the contract ${shown}, and goes to ${signed}.`;
    case "value":
      return `It was to send ${grouped(shown)} wei along, and sends ${grouped(signed)}.`;
    case "data":
      return describeBytes(shown, signed);
    case "safeTxHash":
      return `What was shown has the Safe transaction hash ${shown}; the one that your Safe took is ${signed}.`;
    case "authorisations":
      return "It would also let other code act for your account (EIP-7702).";
  }
}

/** What a batch did otherwise than shown. */
function describeEffect(difference: EffectDifference, plan: TransactionPlan): string {
  switch (difference.field) {
    case "moved":
      return describeMoved(difference.difference, plan);
    case "request": {
      const { vault, token, shown, found } = difference;
      const booked = found === 0n ? "nothing" : formatTokenExact(found, token);
      return `${vault.name} was to book ${formatTokenExact(shown, token)} as your request, and booked ${booked}.`;
    }
    case "settled": {
      const { vault, receiver } = difference;
      return receiver === null
        ? `It cancelled a request of yours in the vault ${vault}, which was not shown.`
        : `It gave what waited for you in the vault ${vault} to ${receiver}, which was not shown.`;
    }
    case "split":
      return difference.isStored
        ? `It stored a split for your next deposits of the token ${difference.asset}, which was not shown. Store yours again before you use it.`
        : "It was to store the split for your next deposits, and did not.";
    case "allowance":
      return `It lets ${difference.spender} take tokens of yours at the contract ${difference.token}, which was not shown. Revoke that first.`;
    case "operator":
      return `It lets ${difference.operator} act for you in the contract ${difference.contract}, which was not shown. Revoke that first.`;
    case "allowanceKept":
      return `It was to take back what ${difference.spender} may take of yours at the contract ${difference.token}, and did not. Revoke that again.`;
    case "operatorKept":
      return `It was to take back that ${difference.operator} may act for you in the contract ${difference.contract}, and did not. Revoke that again.`;
    case "atomic":
      return "Its calls were to be carried out together or not at all, and were carried out one by one.";
  }
}

/** Whose, first: a theft shows where the money did not arrive. */
function describeMoved(difference: MovementDifference, { account, intent }: TransactionPlan): string {
  const { account: holder, expected, simulated } = difference;
  const named = "parts" in intent ? intent.parts.find(({ vault }) => isSameAddress(vault.address, holder)) : undefined;
  const who = isSameAddress(holder, account) ? "Your account" : (named?.vault.name ?? holder);
  const comesIn = (amount: bigint, other: bigint) => (amount === 0n ? other : amount) > 0n;
  const shown = comesIn(expected, simulated) ? "receive" : "give";
  const found = comesIn(simulated, expected) ? "received" : "gave";
  return `${who} was to ${shown} ${sizeOf(expected, difference)}, and ${found} ${sizeOf(simulated, difference)}.`;
}

function sizeOf(amount: bigint, token: MovementDifference): string {
  return amount === 0n ? "nothing" : formatTokenExact(amount < 0n ? -amount : amount, token);
}

const BYTES_SHOWN = 8;

/** Where the bytes part, and both from there. */
function describeBytes(shown: string, signed: string): string {
  const pairsOf = (bytes: string) => bytes.slice(2).match(/../g) ?? [];
  const [before, after] = [pairsOf(shown.toLowerCase()), pairsOf(signed.toLowerCase())];
  const parting = Math.max(
    0,
    before.findIndex((pair, index) => pair !== after[index]),
  );
  const at = before.length > 0 && before.every((pair, index) => pair === after[index]) ? before.length : parting;
  const from = (pairs: readonly string[]) => pairs.slice(at, at + BYTES_SHOWN).join("") || "nothing";
  return `Its bytes differ from byte ${at + 1} on: ${from(before)} was shown, ${from(after)} is there.`;
}
