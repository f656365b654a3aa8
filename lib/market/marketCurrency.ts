/** Tokens that stand for a coin one to one, by their symbols, and the coin whose options are quoted. */
const COINS: Readonly<Record<string, string>> = {
  ETH: "ETH",
  WETH: "ETH",
  BTC: "BTC",
  WBTC: "BTC",
  cbBTC: "BTC",
  tBTC: "BTC",
};

/** The coin whose option market a token belongs to: WETH → ETH. Null when none is known; a market is never guessed from a name. */
export function marketCurrency(symbol: string): string | null {
  return Object.hasOwn(COINS, symbol) ? (COINS[symbol] ?? null) : null;
}
