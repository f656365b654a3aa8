import { fieldsOf } from "@/lib/untrusted/fieldsOf";
import type { Address } from "@/lib/vault/Token";
import { isStoredState } from "./isStoredState";
import type { TransactionState } from "./TransactionState";

/** Format of the stored text; another version is not read. */
const STORED_VERSION = 1;

const LONGEST_TEXT = 1_000_000;

/** A state read back, or why the text was not taken: nothing there, not ours, another version, or not whole. */
export type StoredTransaction =
  | { readonly ok: true; readonly state: TransactionState }
  | { readonly ok: false; readonly reason: "absent" | "tooLong" | "notJson" | "foreign" | "otherVersion" | "damaged" };

/** Name under which a state is stored: one per chain and account. */
export function storageKey(chainId: number, account: Address): string {
  return `ballast.transaction.${chainId}.${account.toLowerCase()}`;
}

/** A state as text. Bigints become `{"$bigint":"…"}`, so nothing is rounded. */
export function serialiseTransaction(state: TransactionState): string {
  const envelope = { application: "ballast", version: STORED_VERSION, state };
  return JSON.stringify(envelope, (_name, value: unknown) =>
    typeof value === "bigint" ? { $bigint: value.toString() } : value,
  );
}

/** Text from storage → a state. Any text gives a result, none throws: storage belongs to the browser, not to us. */
export function deserialiseTransaction(text: string | null): StoredTransaction {
  if (text === null || text === "") return { ok: false, reason: "absent" };
  if (text.length > LONGEST_TEXT) return { ok: false, reason: "tooLong" };
  const parsed = parseJson(text);
  if (parsed === undefined) return { ok: false, reason: "notJson" };
  const { application, version, state } = fieldsOf(parsed);
  if (application !== "ballast") return { ok: false, reason: "foreign" };
  if (version !== STORED_VERSION) return { ok: false, reason: "otherVersion" };
  return isStoredState(state) ? { ok: true, state } : { ok: false, reason: "damaged" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_name, value: unknown) => untagged(value));
  } catch {
    return undefined;
  }
}

function untagged(value: unknown): unknown {
  const { $bigint } = fieldsOf(value);
  return typeof $bigint === "string" && /^-?\d{1,100}$/.test($bigint) ? BigInt($bigint) : value;
}
