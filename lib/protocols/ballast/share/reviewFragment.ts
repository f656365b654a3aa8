import { getAddress, type Hex, isAddress, keccak256, slice, stringToHex } from "viem";
import type { SharedPlan } from "@/lib/transaction/SharedPlan";
import type { LinkFault } from "@/lib/transaction/SharedReview";
import { parseSharedPlan, serialiseSharedPlan } from "@/lib/transaction/sharedPlanText";

/** Format of the text; another version is not read. */
const VERSION = "1";

/** A plan out of an address, or why there is none. */
export type ReadFragment =
  | { readonly ok: true; readonly plan: SharedPlan }
  | { readonly ok: false; readonly reason: LinkFault };

/**
 * A plan as the part of an address behind `#`, which browsers send to nobody: version, plan, and four bytes of the plan's
 * hash, by which a link that was cut or mistyped is noticed. They keep no one from making another link.
 */
export function reviewFragment(plan: SharedPlan): string {
  const text = serialiseSharedPlan({
    ...plan,
    account: getAddress(plan.account),
    calls: plan.calls.map(({ to, value, calldata }) => ({ to: getAddress(to), value, calldata: lower(calldata) })),
  });
  return `${VERSION}.${text}.${markOf(text)}`;
}

/** What stands behind `#`, with or without it → a plan. Any text gives a result, none throws; a plan has one spelling only. */
export function readReviewFragment(fragment: string): ReadFragment {
  const [version, text, mark, ...more] = fragment.replace(/^#/, "").split(".");
  if (!version) return { ok: false, reason: "empty" };
  if (version !== VERSION) return { ok: false, reason: /^\d{1,4}$/.test(version) ? "otherVersion" : "damaged" };
  if (text === undefined || mark === undefined || more.length > 0) return { ok: false, reason: "damaged" };
  const read = parseSharedPlan(text);
  if (!read.ok) return read;
  if (markOf(text) !== mark) return { ok: false, reason: "damaged" };
  const addresses = [read.plan.account, ...read.plan.calls.map(({ to }) => to)];
  if (!addresses.every((address) => isAddress(address, { strict: true }))) return { ok: false, reason: "badChecksum" };
  return reviewFragment(read.plan) === `${VERSION}.${text}.${mark}` ? read : { ok: false, reason: "damaged" };
}

function markOf(text: string): string {
  return slice(keccak256(stringToHex(text)), 0, 4).slice(2);
}

function lower(calldata: Hex): Hex {
  return `0x${calldata.slice(2).toLowerCase()}`;
}
