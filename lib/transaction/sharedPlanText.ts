import type { Address, Hex } from "@/lib/vault/Token";
import type { BareCall } from "./Call";
import type { SharedPlan } from "./SharedPlan";

/** More than any plan of ours, and little enough for every browser's address bar. */
const LONGEST_TEXT = 32_768;
const MOST_CALLS = 20;
const LARGEST_VALUE = 2n ** 256n;

/** A plan read back, or why not. Whoever wrote the text is not known. */
export type ReadSharedPlan =
  | { readonly ok: true; readonly plan: SharedPlan }
  | { readonly ok: false; readonly reason: "tooLong" | "damaged" };

/** A plan as text that can stand in an address: base64url of JSON, numbers as digits. Addresses and bytes stay as they are spelled. */
export function serialiseSharedPlan({ chainId, account, calls, safeNonce }: SharedPlan): string {
  const plain = {
    chain: chainId,
    from: account,
    calls: calls.map(({ to, value, calldata }) => [to, value.toString(), calldata]),
    ...(safeNonce === null ? {} : { nonce: safeNonce.toString() }),
  };
  return btoa(JSON.stringify(plain)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Text of an address → a plan. Any text gives a result, none throws. */
export function parseSharedPlan(text: string): ReadSharedPlan {
  if (text.length > LONGEST_TEXT) return { ok: false, reason: "tooLong" };
  const plan = planOf(jsonOf(text));
  return plan === null ? { ok: false, reason: "damaged" } : { ok: true, plan };
}

function jsonOf(text: string): unknown {
  if (!/^[\w-]+$/.test(text)) return null;
  try {
    return JSON.parse(atob(text.replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    return null;
  }
}

function planOf(found: unknown): SharedPlan | null {
  if (typeof found !== "object" || found === null || Array.isArray(found)) return null;
  const fields = new Map<string, unknown>(Object.entries(found));
  const chainId = fields.get("chain");
  const account = fields.get("from");
  const nonce = fields.has("nonce") ? numberOf(fields.get("nonce")) : null;
  const calls = callsOf(fields.get("calls"));
  if (typeof chainId !== "number" || !Number.isSafeInteger(chainId) || chainId < 1) return null;
  if (!isAddress(account) || calls === null || nonce === undefined) return null;
  return { chainId, account, calls, safeNonce: nonce };
}

function callsOf(found: unknown): readonly BareCall[] | null {
  if (!Array.isArray(found) || found.length === 0 || found.length > MOST_CALLS) return null;
  const calls: BareCall[] = [];
  for (const item of found as readonly unknown[]) {
    if (!Array.isArray(item) || item.length !== 3) return null;
    const [to, value, calldata] = item as readonly unknown[];
    const wei = numberOf(value);
    if (!isAddress(to) || wei === undefined || !isBytes(calldata)) return null;
    calls.push({ to, value: wei, calldata });
  }
  return calls;
}

/** Digits of a uint256 as they are written without need; undefined for anything else. */
function numberOf(found: unknown): bigint | undefined {
  if (typeof found !== "string" || !/^(0|[1-9]\d{0,77})$/.test(found)) return undefined;
  const number = BigInt(found);
  return number < LARGEST_VALUE ? number : undefined;
}

function isAddress(found: unknown): found is Address {
  return typeof found === "string" && /^0x[\da-fA-F]{40}$/.test(found);
}

function isBytes(found: unknown): found is Hex {
  return typeof found === "string" && /^0x([\da-f]{2})*$/.test(found);
}
