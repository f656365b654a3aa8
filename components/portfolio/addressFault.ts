import { type AddressList, MOST_ADDRESSES } from "@/lib/vault/parseAddressList";

/** As much of a text as says which one it was. */
const SHOWN_CHARACTERS = 24;

/** What is wrong with a list of addresses, and what to do. */
export function addressFault(list: Extract<AddressList, { ok: false }>): string {
  switch (list.reason) {
    case "empty":
      return "Paste an address: 0x and 40 characters.";
    case "tooMany":
      return `At most ${MOST_ADDRESSES} addresses at once.`;
    case "noAddress":
      return `“${cut(list.piece)}” is no address: an address is 0x and 40 characters of 0–9 and a–f.`;
  }
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length > SHOWN_CHARACTERS ? `${characters.slice(0, SHOWN_CHARACTERS).join("")}…` : text;
}
