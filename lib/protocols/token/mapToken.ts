import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import { cleanTokenText } from "@/lib/format/cleanTokenText";
import type { Address, Token } from "@/lib/vault/Token";

const MOST_DECIMALS = 36;

/** A token as its contract describes itself; the text is cleaned, because anybody can write anything there. */
export function mapToken(address: Address, symbol: string, decimals: number): Token {
  if (decimals > MOST_DECIMALS) throw new GarbledAnswerError(`decimals of ${address}`);
  return { address, symbol: cleanTokenText(symbol), decimals };
}
