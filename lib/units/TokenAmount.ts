import { BPS, type Bps } from "./Bps";
import { divRounded, type Rounding, scaledToNumber } from "./rounding";
import type { Unit } from "./Unit";

/** A count of a token's smallest unit. Its decimals (6, 8, 18) belong to the token and travel beside it. */
export type TokenAmount = Unit<"tokenAmount">;

/** Marks an integer that already counts the token's smallest unit. */
export function tokenAmount(value: bigint): TokenAmount {
  return value as TokenAmount;
}

/** The share `share` of an amount, rounded once, as written. */
export function applyBps(amount: TokenAmount, share: Bps, rounding: Rounding): TokenAmount {
  return tokenAmount(divRounded(amount * share, BPS, rounding));
}

/** Whole tokens as the nearest double, for analytics and display only. */
export function tokenToNumber(amount: TokenAmount, decimals: number): number {
  return scaledToNumber(amount, decimals);
}
