import { type Hex, hexToBigInt, hexToString, sliceHex, trim } from "viem";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { type ContractRead, contractRead, orNull } from "@/lib/chain/ContractRead";
import type { ReadValues } from "@/lib/chain/pinnedReader";
import type { Address, Token } from "@/lib/vault/Token";
import { mapToken } from "./mapToken";

/** Bytes of a text that are looked at: more than is ever shown. */
const MOST_BYTES = 1_600;
const WORD = 32;

/** What a token says of itself, as far as it says anything. */
export type TokenValues = ReadValues<ReturnType<typeof tokenReads>>;

/** Symbol and decimals of any token: an old one's text is 32 bytes, a strange one has none, and neither fails the read. */
export function tokenReads(address: Address) {
  return {
    symbol: textRead(address, "symbol"),
    decimals: orNull(contractRead({ address, abi: erc20PermitAbi, functionName: "decimals" })),
  };
}

/** Without decimals it is counted in its smallest unit, which is never wrong; with more than 36 it is refused. */
export function tokenOf(address: Address, { symbol, decimals }: TokenValues): Token {
  return mapToken(address, symbol ?? "", decimals ?? 0);
}

/** A text that a contract tells, as a string or as 32 bytes; null where it tells none. */
export function textRead(address: Address, functionName: "name" | "symbol"): ContractRead<string | null> {
  const read = contractRead({ address, abi: erc20PermitAbi, functionName });
  return { ...read, decode: textIn, onRevert: () => null };
}

/** Only the beginning is looked at, whatever length the answer claims. */
function textIn(answer: Hex): string | null {
  const bytes = (answer.length - 2) / 2;
  if (bytes === WORD) return hexToString(trim(answer, { dir: "right" }));
  if (bytes < 2 * WORD || hexToBigInt(sliceHex(answer, 0, WORD)) !== BigInt(WORD)) return null;
  const length = hexToBigInt(sliceHex(answer, WORD, 2 * WORD));
  const there = Math.min(bytes - 2 * WORD, MOST_BYTES);
  const taken = length < BigInt(there) ? Number(length) : there;
  return taken === 0 ? "" : hexToString(sliceHex(answer, 2 * WORD, 2 * WORD + taken));
}
