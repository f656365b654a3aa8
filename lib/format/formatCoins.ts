import { fixedText, NO_NUMBER, signOf } from "./numberText";

/** A coin that dollars are counted in. */
export type CountingCoin = {
  readonly symbol: string;
  /** Dollars, above 0. */
  readonly spot: number;
};

/** Dollars as an amount of a coin at its price now: `77.6539 ETH`. So many decimals that the last one is worth less than a dollar. */
export function formatCoins(usd: number, { symbol, spot }: CountingCoin): string {
  const coins = usd / spot;
  if (!Number.isFinite(coins) || !(spot > 0)) return NO_NUMBER;
  const text = fixedText(coins, Math.max(2, Math.ceil(Math.log10(spot))));
  return `${signOf(coins, text, "level")}${text} ${symbol}`;
}
