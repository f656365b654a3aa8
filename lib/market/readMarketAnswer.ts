import { MarketGarbledError, MarketUnreachableError } from "@/lib/errors/marketErrors";
import type { MarketAnswer } from "./MarketView";
import { parseMarketAnswer } from "./parseMarketAnswer";

/**
 * Asks the app's own route for a coin's market: the browser never asks the source itself. What the server says of a market
 * that is not there is an answer too. Throws {@link MarketUnreachableError} when the server is not there,
 * {@link MarketGarbledError} when it says something else.
 */
export async function readMarketAnswer(currency: string, signal: AbortSignal): Promise<MarketAnswer> {
  const response = await fetch(`/api/market/${encodeURIComponent(currency)}`, { signal }).catch((cause: unknown) => {
    throw new MarketUnreachableError("this app's server", null, { cause });
  });
  const value: unknown = await response.json().catch((cause: unknown) => {
    throw new MarketGarbledError("the market route", "is not JSON", { cause });
  });
  return parseMarketAnswer(value);
}
