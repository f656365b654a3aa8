import type { Address, Hex } from "@/lib/vault/Token";
import type { BareCall } from "./Call";
import type { CheckedCall } from "./checkSharedCalls";

const SELECTOR_DIGITS = 10;
const WORD_DIGITS = 64;

/**
 * The same calls as another account would make them: where the rules ask for the account, the other one stands. Null where
 * a rule is broken: then nobody knows which words mean the account.
 */
export function forAccount(checked: readonly CheckedCall[], account: Address): readonly BareCall[] | null {
  const calls: BareCall[] = [];
  for (const { call, read, violations } of checked) {
    if (read === null || violations.length > 0) return null;
    const places = read.rule.rules.filter(({ mustBe }) => mustBe === "account").map(({ word }) => word);
    calls.push({ ...call, calldata: places.reduce((bytes, place) => withWord(bytes, place, account), call.calldata) });
  }
  return calls;
}

function withWord(calldata: Hex, place: number, account: Address): Hex {
  const start = SELECTOR_DIGITS + place * WORD_DIGITS;
  const word = account.slice(2).toLowerCase().padStart(WORD_DIGITS, "0");
  return `0x${calldata.slice(2, start)}${word}${calldata.slice(start + WORD_DIGITS)}`;
}
