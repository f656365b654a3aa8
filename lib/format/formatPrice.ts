import { type Price8, price8ToNumber } from "@/lib/units/Price8";
import { fixedText, NO_NUMBER } from "./numberText";

/** Prices below this keep two decimals everywhere, above the second one none: ETH has 2 at spot, BTC 0. */
const CENTS_BELOW = 100;
const CENTS_AT_SPOT_BELOW = 20_000;

/** A spot price in dollars: `$3,482.16`; five digits and more without cents, as for BTC. */
export function formatSpot(usd: number): string {
  return priceText(usd, usd < CENTS_AT_SPOT_BELOW ? 2 : 0);
}

/** A strike, breakeven or settlement price in dollars: `$3,100`; below $100 with cents. */
export function formatStrike(usd: number): string {
  return priceText(usd, strikeDecimals(usd));
}

/** A strike as the chain states it. */
export function formatStrike8(strike: Price8): string {
  return formatStrike(price8ToNumber(strike));
}

/** The same for columns with the unit in the head: `3,100`. */
export function formatStrikeAmount8(strike: Price8): string {
  const usd = price8ToNumber(strike);
  return fixedText(usd, strikeDecimals(usd));
}

function strikeDecimals(usd: number): number {
  return usd !== 0 && usd < CENTS_BELOW ? 2 : 0;
}

function priceText(usd: number, decimals: number): string {
  return Number.isFinite(usd) ? `$${fixedText(usd, decimals)}` : NO_NUMBER;
}
