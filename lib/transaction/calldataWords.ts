import type { Address, Hex } from "@/lib/vault/Token";

const WORD_DIGITS = 64;
const SELECTOR_DIGITS = 10;

/** Calldata cut into its selector and its 32-byte words, as numbers; null when the length is no whole number of words. */
export function calldataWords(calldata: Hex): { readonly selector: string; readonly words: readonly bigint[] } | null {
  const isHex = /^0x[\da-fA-F]+$/.test(calldata);
  if (!isHex || calldata.length < SELECTOR_DIGITS || (calldata.length - SELECTOR_DIGITS) % WORD_DIGITS !== 0)
    return null;
  const words: bigint[] = [];
  for (let start = SELECTOR_DIGITS; start < calldata.length; start += WORD_DIGITS) {
    words.push(BigInt(`0x${calldata.slice(start, start + WORD_DIGITS)}`));
  }
  return { selector: calldata.slice(0, SELECTOR_DIGITS).toLowerCase(), words };
}

/** A word as an address; what does not fit 20 bytes keeps its digits, so that it never looks like a known one. */
export function addressOfWord(word: bigint): Address {
  return `0x${word.toString(16).padStart(40, "0")}`;
}

/** The elements of a dynamic list of static tuples, or null when offset or length leave the calldata or overlap the head. */
export function listElements(
  words: readonly bigint[],
  list: { readonly offsetWord: number; readonly headWords: number; readonly wordsPerElement: number },
): readonly (readonly bigint[])[] | null {
  const offset = words[list.offsetWord];
  if (offset === undefined || offset !== BigInt(list.headWords * 32)) return null;
  const length = words[list.headWords];
  const rest = words.slice(list.headWords + 1);
  if (length === undefined || length * BigInt(list.wordsPerElement) !== BigInt(rest.length)) return null;
  return Array.from({ length: Number(length) }, (_, index) =>
    rest.slice(index * list.wordsPerElement, (index + 1) * list.wordsPerElement),
  );
}
