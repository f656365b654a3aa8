import { fieldsOf } from "@/lib/untrusted/fieldsOf";
import { isEmptyMandate, LIMITS, type LimitName, type Mandate } from "./Mandate";

const FORMAT = "ballast-mandate";
const VERSION = 1;
/** More than any mandate is long. */
const MOST_CHARACTERS = 10_000;

/** Why a text is no mandate. */
export type MandateFault =
  | { readonly reason: "tooLong" | "notJson" | "notOurs" | "noLimit" }
  | { readonly reason: "otherVersion"; readonly version: string }
  | { readonly reason: "unknownLimit" | "notAShare"; readonly name: string };

/** A mandate out of a text, or why it is none. */
export type ParsedMandate =
  | { readonly ok: true; readonly mandate: Mandate }
  | { readonly ok: false; readonly fault: MandateFault };

/** A mandate as a file: JSON with its format and version. {@link parseMandate} takes it back. */
export function mandateText(mandate: Mandate): string {
  const limits = Object.fromEntries(
    LIMITS.flatMap((limit) => (mandate[limit] === undefined ? [] : [[limit, mandate[limit]]])),
  );
  return `${JSON.stringify({ format: FORMAT, version: VERSION, limits }, null, 2)}\n`;
}

/** Reads a file that anybody may have written: nothing is taken over that is not a limit this version knows, with a share from 0 to 1. */
export function parseMandate(text: string): ParsedMandate {
  if (text.length > MOST_CHARACTERS) return refused({ reason: "tooLong" });
  const json = jsonOf(text);
  if (json === undefined) return refused({ reason: "notJson" });
  const file = fieldsOf(json);
  if (file.format !== FORMAT) return refused({ reason: "notOurs" });
  if (file.version !== VERSION) return refused({ reason: "otherVersion", version: String(file.version).slice(0, 20) });
  const limits = Object.entries(fieldsOf(file.limits));
  const unknown = limits.find(([name]) => !isLimit(name));
  if (unknown) return refused({ reason: "unknownLimit", name: unknown[0].slice(0, 40) });
  const wrong = limits.find(([, share]) => !isShare(share));
  if (wrong) return refused({ reason: "notAShare", name: wrong[0] });
  const mandate: Mandate = Object.fromEntries(limits);
  return isEmptyMandate(mandate) ? refused({ reason: "noLimit" }) : { ok: true, mandate };
}

function refused(fault: MandateFault): ParsedMandate {
  return { ok: false, fault };
}

function isLimit(name: string): name is LimitName {
  return LIMITS.some((limit) => limit === name);
}

function isShare(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
