import { black } from "@/lib/pricing/black";
import { type Price8, price8ToNumber } from "@/lib/units/Price8";
import { parseTokenAmount } from "@/lib/units/parseTokenAmount";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";

/** One option, and the unit its price is wanted in. */
export type LegPriceInput = {
  readonly isPut: boolean;
  readonly strike: Price8;
  readonly spot: Price8;
  /** Annualised. */
  readonly volatility: number;
  readonly timeToExpiryYears: number;
  /** True when the vault's asset is the underlying: the price is then a number of coins. */
  readonly isInKind: boolean;
  /** Decimals of the vault's asset. */
  readonly decimals: number;
};

const PRICE_DIGITS = 6;

/** Black's price of one option in whole units of the vault's asset; the forward is the spot, as there is no rate on chain. */
export function legPrice(input: LegPriceInput): number {
  const forward = price8ToNumber(input.spot);
  const { price } = black({ ...input, forward, strike: price8ToNumber(input.strike) });
  return input.isInKind ? price / forward : price;
}

/** A price as base units of the asset: printed to six digits, then parsed, so that what is sent is what a log shows. */
export function quantisePrice(price: number, decimals: number): TokenAmount {
  const parsed = parseTokenAmount(Math.max(price, 0).toFixed(PRICE_DIGITS), decimals);
  return parsed.ok ? parsed.amount : tokenAmount(0n);
}
