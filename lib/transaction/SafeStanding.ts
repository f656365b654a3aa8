import { fieldsOf } from "@/lib/untrusted/fieldsOf";

/** How a transaction that a Safe took stands among its owners. */
export type SafeStanding = {
  /** Its number among the Safe's transactions. */
  readonly nonce: number;
  readonly signed: number;
  readonly needed: number;
  readonly owners: number;
};

/** The same, and whether the Safe's hash is the one of what was shown here; null where nobody could tell. */
export type SafeWait = SafeStanding & { readonly isShown: boolean | null };

/** Safe numbers and counts are small; anything else is no standing. */
const MOST = 1_000_000_000;

/** The standing that a wallet's answer about a batch carries (`capabilities.safe`); null where there is none, or none that makes sense. */
export function parseSafeStanding(answer: unknown): SafeStanding | null {
  const { nonce, signed, needed, owners } = fieldsOf(fieldsOf(fieldsOf(answer).capabilities).safe);
  if (!isCount(nonce) || !isCount(signed) || !isCount(needed) || !isCount(owners)) return null;
  return { nonce, signed, needed, owners };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < MOST;
}
