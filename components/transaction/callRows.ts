import type { CodeWellRow } from "@/components/ui/CodeWell";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatTokenExact } from "@/lib/format/formatToken";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import type { ArgumentValue, Call } from "@/lib/transaction/Call";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { Address, Token } from "@/lib/vault/Token";
import { type AddressBook, namedAddress } from "./addressBook";

/** What is needed to read a call aloud. */
export type CallReading = {
  readonly book: AddressBook;
  /** The token that amounts called `assets`, `amount` or `value` are in. */
  readonly asset: Pick<Token, "symbol" | "decimals"> | undefined;
  /** The share token, where the call counts shares. */
  readonly share: Pick<Token, "symbol" | "decimals"> | undefined;
  readonly now: UnixSeconds;
};

/** The arguments of a decoded call, one line each, lists and structs opened; nothing is left out. */
export function callRows(call: Call, reading: CallReading): readonly CodeWellRow[] {
  const rows = call.arguments.flatMap(({ name, value }) => valueRows(name, value, reading));
  const coins = formatTokenExact(call.value, { symbol: "ETH", decimals: 18 });
  return [...rows, { name: "value", value: coins }];
}

function valueRows(name: string, value: ArgumentValue, reading: CallReading): readonly CodeWellRow[] {
  if (Array.isArray(value)) {
    const items = value as readonly ArgumentValue[];
    if (items.length === 0) return [{ name, value: "none" }];
    return items.flatMap((item, index) => valueRows(`${singular(name)} ${index + 1}`, item, reading));
  }
  if (typeof value === "object") {
    const fields = value as Readonly<Record<string, ArgumentValue>>;
    if ("deadline" in fields && "v" in fields) return permitRows(name, fields, reading);
    return Object.entries(fields).flatMap(([field, inner]) => valueRows(`${name} ${field}`, inner, reading));
  }
  return [{ name, value: leafText(name, value as bigint | boolean | string, reading) }];
}

/** A permit inside a call: its deadline, and whether your signature is in it already. */
function permitRows(
  name: string,
  { deadline, v }: Readonly<Record<string, ArgumentValue>>,
  { now }: CallReading,
): readonly CodeWellRow[] {
  if (deadline === 0n) return [{ name, value: "none" }];
  const signature = v === 0n ? "yours, once signed" : "yours, signed";
  return [{ name, value: `${signature}, until ${formatUtcDate(unixSeconds(deadline as bigint), now)}` }];
}

function leafText(name: string, value: bigint | boolean | string, reading: CallReading): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") {
    return /^0x[\da-fA-F]{40}$/.test(value) ? namedAddress(reading.book, value as Address) : value;
  }
  if (name.endsWith("weightBps")) return formatPercent(Number(value) / 10_000);
  if (name.endsWith("shares") && reading.share) return formatTokenExact(value, reading.share);
  if (/(assets|amount|value)$/.test(name) && reading.asset) return formatTokenExact(value, reading.asset);
  return value.toString();
}

function singular(name: string): string {
  return name.replace(/s$/, "");
}
