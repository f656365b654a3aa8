import { type Address, getAddress, type Hex, isAddress } from "viem";
import type { SafeStanding } from "@/lib/transaction/SafeStanding";
import { fieldsOf } from "@/lib/untrusted/fieldsOf";
import type { SafeAccount } from "./SafeApp";

/** How a Safe transaction stands, by the word of the Safe's page. */
export type SafeTransactionAnswer = {
  readonly stage: "open" | "cancelled" | "failed" | "executed";
  readonly standing: SafeStanding;
  /** Transaction in which it was executed; null while there is none. */
  readonly hash: Hex | null;
};

const HASH = /^0x[\da-fA-F]{64}$/;
/** More owners or transactions than any Safe has. */
const MOST = 1_000_000_000;

const STAGES: ReadonlyMap<unknown, SafeTransactionAnswer["stage"]> = new Map<unknown, SafeTransactionAnswer["stage"]>([
  ["AWAITING_CONFIRMATIONS", "open"],
  ["AWAITING_EXECUTION", "open"],
  ["CANCELLED", "cancelled"],
  ["FAILED", "failed"],
  ["SUCCESS", "executed"],
]);

/** The answer about the Safe itself; null where it makes no sense. */
export function parseSafeAccount(answer: unknown): SafeAccount | null {
  const { safeAddress, chainId, owners } = fieldsOf(answer);
  if (typeof safeAddress !== "string" || !isAddress(safeAddress, { strict: false }) || !Array.isArray(owners))
    return null;
  const id = count(chainId);
  return id === null || id === 0 ? null : { address: getAddress(safeAddress), chainId: id, owners: owners.length };
}

/** The answer to a proposal: the Safe's own hash of it; null where it is none. */
export function parseSentHash(answer: unknown): Hex | null {
  return hashOf(fieldsOf(answer).safeTxHash);
}

/** The answer about a transaction of this Safe with this hash; null where it is about another, or makes no sense. */
export function parseSafeTransaction(
  answer: unknown,
  asked: { readonly account: SafeAccount; readonly safeTxHash: Hex },
): SafeTransactionAnswer | null {
  const { safeAddress, txStatus, txHash, detailedExecutionInfo } = fieldsOf(answer);
  const execution = fieldsOf(detailedExecutionInfo);
  const stage = STAGES.get(txStatus);
  const isAsked = isSame(safeAddress, asked.account.address) && isSame(execution.safeTxHash, asked.safeTxHash);
  const [nonce, needed] = [count(execution.nonce), count(execution.confirmationsRequired)];
  const { confirmations } = execution;
  if (stage === undefined || !isAsked || nonce === null || needed === null || !Array.isArray(confirmations))
    return null;
  const signed = new Set(confirmations.flatMap((one) => signerOf(one) ?? [])).size;
  const { owners } = asked.account;
  return { stage, standing: { nonce, signed, needed, owners }, hash: hashOf(txHash) };
}

/** One owner counts once, however often a confirmation is listed. */
function signerOf(confirmation: unknown): Address | null {
  const { value } = fieldsOf(fieldsOf(confirmation).signer);
  return typeof value === "string" && isAddress(value, { strict: false }) ? getAddress(value) : null;
}

function isSame(value: unknown, expected: string): boolean {
  return typeof value === "string" && value.toLowerCase() === expected.toLowerCase();
}

function hashOf(value: unknown): Hex | null {
  return typeof value === "string" && HASH.test(value) ? (value.toLowerCase() as Hex) : null;
}

function count(value: unknown): number | null {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < MOST ? Number(value) : null;
}
