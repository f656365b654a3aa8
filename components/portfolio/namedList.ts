import type { NamedAddress } from "@/hooks/useNamedAddress";
import { type AddressList, parseAddressList } from "@/lib/vault/parseAddressList";

/** A list whose names were looked up, or what is wrong with one of them. */
export type NamedList = AddressList | { readonly ok: false; readonly reason: "name"; readonly sentence: string };

/** Reads a list in which names may stand for addresses, each looked up by `lookUp`. Rejects where the node fails. */
export async function namedList(text: string, lookUp: (name: string) => Promise<NamedAddress>): Promise<NamedList> {
  const pieces = text.split(/[\s,;+]+/).filter((piece) => piece !== "");
  const found: string[] = [];
  for (const piece of pieces) {
    if (!isName(piece)) {
      found.push(piece);
      continue;
    }
    const named = await lookUp(piece);
    if (!named.ok) return { ok: false, reason: "name", sentence: SENTENCES[named.reason](piece) };
    found.push(named.address);
  }
  return parseAddressList(found.join(" "));
}

/** Something with a dot, and not much longer than names are. */
function isName(piece: string): boolean {
  return piece.length <= 255 && /^[^.].*\..*[^.]$/u.test(piece);
}

const SENTENCES: Readonly<Record<Extract<NamedAddress, { ok: false }>["reason"], (name: string) => string>> = {
  noNames: () => "This chain has no names: paste the address itself.",
  malformed: () => "That is no name of ENS: it has characters that none has.",
  notFound: () => "This name leads to no address on this chain. Names kept elsewhere are not followed.",
};
