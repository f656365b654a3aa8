import type { Address } from "@/lib/vault/Token";
import type { BareCall } from "./Call";
import { addressOfWord } from "./calldataWords";
import type { ReadCall } from "./checkCall";
import { NATIVE_COIN } from "./Movement";

/** What leaves the account of one token, in its smallest unit. */
export type Taken = { readonly token: Address | typeof NATIVE_COIN; readonly amount: bigint };

/** What a call takes from the account, by its bytes. */
export function takenAmounts(call: BareCall, { rule, words, elements, listedAsset }: ReadCall): readonly Taken[] {
  if (rule.takesValue === true) return [{ token: NATIVE_COIN, amount: call.value }];
  if (rule.functionName === "redeemMany") {
    return elements.map(([vault = 0n, shares = 0n]) => ({ token: addressOfWord(vault), amount: shares }));
  }
  if (rule.amountWord === undefined) return [];
  const isNamed = rule.target === "router" || rule.target === "aave";
  const token = listedAsset ?? (isNamed ? addressOfWord(words[0] ?? 0n) : call.to);
  return [{ token, amount: words[rule.amountWord] ?? 0n }];
}
