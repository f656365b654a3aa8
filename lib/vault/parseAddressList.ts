import { parseAddress } from "./parseAddress";
import type { Address } from "./Token";

/** More at once is one question too many for a public node. */
export const MOST_ADDRESSES = 10;

/** Addresses out of a text, each once; or what is wrong with it: nothing there, a piece that is no address, or too many. */
export type AddressList =
  | { readonly ok: true; readonly addresses: readonly Address[] }
  | { readonly ok: false; readonly reason: "empty" | "tooMany" }
  | { readonly ok: false; readonly reason: "noAddress"; readonly piece: string };

/** Reads addresses that somebody typed, pasted or was sent: spaces, lines, commas, semicolons or plus signs between them. */
export function parseAddressList(text: string): AddressList {
  const pieces = text.split(/[\s,;+]+/).filter((piece) => piece !== "");
  if (pieces.length === 0) return { ok: false, reason: "empty" };
  const found = new Map<string, Address>();
  for (const piece of pieces) {
    const address = parseAddress(piece);
    if (address === null) return { ok: false, reason: "noAddress", piece };
    if (!found.has(address.toLowerCase())) found.set(address.toLowerCase(), address);
  }
  if (found.size > MOST_ADDRESSES) return { ok: false, reason: "tooMany" };
  return { ok: true, addresses: [...found.values()] };
}
