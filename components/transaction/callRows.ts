import type { CodeWellRow } from "@/components/ui/CodeWell";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatTokenExact } from "@/lib/format/formatToken";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import type { ArgumentValue, Call } from "@/lib/transaction/Call";
import { type ArgumentDescription, type CallDescription, describedCall } from "@/lib/transaction/callDescriptions";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { Address, Token } from "@/lib/vault/Token";
import { type AddressBook, namedAddress } from "./addressBook";

/** How a pool is asked for all that an account has. */
const EVERYTHING = 2n ** 256n - 1n;

/** What is needed to read a call aloud. */
export type CallReading = {
  readonly book: AddressBook;
  /** The token that amounts of assets are in. */
  readonly asset: Pick<Token, "symbol" | "decimals"> | undefined;
  /** The share token, where shares are counted. */
  readonly share: Pick<Token, "symbol" | "decimals"> | undefined;
  readonly now: UnixSeconds;
};

/** The arguments of a decoded call, one line each, lists and structs opened; nothing is left out but a permit's signature. */
export function callRows(call: Call, reading: CallReading): readonly CodeWellRow[] {
  const described = describedCall(call.functionName, call.protocol);
  const opened = { ...reading, described };
  const rows = call.arguments.flatMap(({ name, value }) => valueRows({ path: name, prefix: "" }, value, opened));
  const coins = formatTokenExact(call.value, { symbol: "ETH", decimals: 18 });
  return [...rows, { name: descriptionAt("@.value", described)?.label ?? "value", value: coins }];
}

/** The members of a typed message that are shown before it is signed. */
export function messageRows(
  message: Readonly<Record<string, ArgumentValue>>,
  described: CallDescription,
  reading: CallReading,
): readonly CodeWellRow[] {
  const shown = described.arguments.filter(({ isShown }) => isShown);
  return shown.flatMap(({ path }) =>
    message[path] === undefined ? [] : valueRows({ path, prefix: "" }, message[path], { ...reading, described }),
  );
}

/** Where a value stands, and what its line's name begins with. */
type Place = { readonly path: string; readonly prefix: string };
type Opened = CallReading & { readonly described: CallDescription | undefined };

function valueRows({ path, prefix }: Place, value: ArgumentValue, reading: Opened): readonly CodeWellRow[] {
  if (Array.isArray(value)) {
    const items = value as readonly ArgumentValue[];
    if (items.length === 0) return [{ name: `${prefix}${lastName(path)}`, value: "none" }];
    return items.flatMap((item, index) => {
      const inner = { path: `${path}.[]`, prefix: `${prefix}${singular(lastName(path))} ${index + 1} ` };
      return valueRows(inner, item, reading);
    });
  }
  if (typeof value === "object") {
    const fields = value as Readonly<Record<string, ArgumentValue>>;
    if ("deadline" in fields && "v" in fields)
      return [permitRow({ path: `${path}.deadline`, prefix }, fields, reading)];
    return Object.entries(fields).flatMap(([field, inner]) =>
      valueRows({ path: `${path}.${field}`, prefix }, inner, reading),
    );
  }
  const description = descriptionAt(path, reading.described);
  const text = leafText(value as bigint | boolean | string, description, reading);
  return [{ name: `${prefix}${description?.label ?? lastName(path)}`, value: text }];
}

/** A permit inside a call: its deadline, and whether your signature is in it already. */
function permitRow(
  { path, prefix }: Place,
  { deadline, v }: Readonly<Record<string, ArgumentValue>>,
  { described, now }: Opened,
): CodeWellRow {
  const name = `${prefix}${descriptionAt(path, described)?.label ?? lastName(path)}`;
  if (deadline === 0n) return { name, value: "no permit" };
  const signature = v === 0n ? "yours, once signed" : "yours, signed";
  return { name, value: `${formatUtcDate(unixSeconds(deadline as bigint), now)}, ${signature}` };
}

function leafText(
  value: bigint | boolean | string,
  description: ArgumentDescription | undefined,
  { book, asset, share, now }: Opened,
): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") {
    return /^0x[\da-fA-F]{40}$/.test(value) ? namedAddress(book, value as Address) : value;
  }
  const meaning = description?.meaning;
  if (meaning?.kind === "weight") return formatPercent(Number(value) / 10_000);
  if (meaning?.kind === "deadline") return formatUtcDate(unixSeconds(value), now);
  if (meaning?.kind === "amount" && value === EVERYTHING) return "everything";
  const token = meaning?.kind === "amount" ? (meaning.of === "shares" ? share : asset) : undefined;
  return token ? formatTokenExact(value, token) : value.toString();
}

function descriptionAt(path: string, described: CallDescription | undefined): ArgumentDescription | undefined {
  return described?.arguments.find((one) => one.path === path);
}

function lastName(path: string): string {
  return path.split(".").at(-1) ?? path;
}

function singular(name: string): string {
  return name.replace(/s$/, "");
}
