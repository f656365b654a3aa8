import type { Address, Token } from "@/lib/vault/Token";

/** The chain's own coin, where a token address would stand. Its amounts are wei. */
export const NATIVE_COIN = "native";

/** A token's contract, or the chain's own coin. */
export type Holding = Address | typeof NATIVE_COIN;

/** What one account gains (+) or gives (−) of one token, in the token's smallest unit. Network fees are not in it. */
export type Movement = {
  readonly account: Address;
  readonly token: Holding;
  readonly symbol: string;
  readonly decimals: number;
  readonly delta: bigint;
  /**
   * Where the amount depends on the second in which it is mined (interest): the least that agrees with what is shown. More is never
   * a difference. Absent: exactly `delta`.
   */
  readonly least?: bigint;
};

/** What a spender may still take once the plan is done, in the token's smallest unit. */
export type AllowanceLeft = { readonly token: Token; readonly spender: Address; readonly amount: bigint };
