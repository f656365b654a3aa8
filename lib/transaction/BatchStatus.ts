import { fieldsOf } from "@/lib/untrusted/fieldsOf";
import type { Hex } from "@/lib/vault/Token";
import { parseSafeStanding, type SafeStanding } from "./SafeStanding";

/** What a wallet says of a batch. It is a hint where to look, never a proof. */
export type BatchStatus =
  | { readonly kind: "pending"; readonly safe?: SafeStanding }
  /** It was not carried out, and the wallet will not try again. */
  | { readonly kind: "failed"; readonly safe?: SafeStanding }
  | {
      readonly kind: "done";
      readonly outcome: "confirmed" | "reverted" | "partial";
      /** Null where the wallet does not say. */
      readonly isAtomic: boolean | null;
      readonly chainId: number | null;
      /** Transactions in which the calls are said to be. */
      readonly hashes: readonly Hex[];
      /** A Safe's transaction, as its owners signed it. */
      readonly safe?: SafeStanding;
    }
  /** The wallet knows no such batch. */
  | { readonly kind: "unknown" }
  /** No answer, or none that makes sense. */
  | { readonly kind: "silent" };

const HASH = /^0x[\da-fA-F]{64}$/;
const QUANTITY = /^0x[\da-fA-F]{1,13}$/;
const OUTCOMES: ReadonlyMap<number, "confirmed" | "reverted" | "partial"> = new Map([
  [2, "confirmed"],
  [5, "reverted"],
  [6, "partial"],
]);

/** The answer of `wallet_getCallsStatus` (EIP-5792, version 2) → what it says. Anything may come; nothing throws. */
export function parseBatchStatus(answer: unknown): BatchStatus {
  const { status, atomic, chainId, receipts } = fieldsOf(answer);
  if (!Number.isSafeInteger(status)) return { kind: "silent" };
  const hundreds = Math.floor(Number(status) / 100);
  const standing = parseSafeStanding(answer);
  const safe = standing === null ? {} : { safe: standing };
  if (hundreds === 1) return { kind: "pending", ...safe };
  if (hundreds === 4) return { kind: "failed", ...safe };
  const outcome = OUTCOMES.get(hundreds);
  if (outcome === undefined) return { kind: "silent" };
  const isAtomic = typeof atomic === "boolean" ? atomic : null;
  return { kind: "done", outcome, isAtomic, chainId: quantity(chainId), hashes: hashesOf(receipts), ...safe };
}

function quantity(value: unknown): number | null {
  return typeof value === "string" && QUANTITY.test(value) ? Number(value) : null;
}

/** More transactions than calls of any plan: nobody looks all of them up. */
const MOST_RECEIPTS = 32;

/** Each once; none where one of them is no hash, or there are too many. */
function hashesOf(receipts: unknown): readonly Hex[] {
  if (!Array.isArray(receipts) || receipts.length > MOST_RECEIPTS) return [];
  const hashes = receipts.map((receipt: unknown) => fieldsOf(receipt).transactionHash);
  return hashes.every(isHash) ? [...new Set(hashes)] : [];
}

function isHash(value: unknown): value is Hex {
  return typeof value === "string" && HASH.test(value);
}
