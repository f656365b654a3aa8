import { MarketGarbledError } from "@/lib/errors/marketErrors";
import { numberOf, recordOf, secondsOfMilliseconds } from "./jsonFields";

/** One option's book by itself: whether it trades, when it last changed, and price and volatility that belong together. */
export type Ticker = {
  readonly isOpen: boolean;
  /** Unix seconds of the source's clock. */
  readonly updatedAt: number;
  /** In coin. */
  readonly markPrice: number;
  /** Forward of the expiry, in dollars. */
  readonly underlyingPrice: number;
  /** In units of 1. */
  readonly markVolatility: number;
};

const METHOD = "ticker";

/** The answer to `ticker` for an option. Throws {@link MarketGarbledError} when it is of another option or a field is none. */
export function parseTicker(result: unknown, instrument: string): Ticker {
  const fields = recordOf(result);
  if (fields === null || fields.instrument_name !== instrument)
    throw new MarketGarbledError(METHOD, "is of another option");
  const updatedAt = secondsOfMilliseconds(fields.timestamp);
  const markPrice = numberOf(fields.mark_price, { least: 0, most: 1_000 });
  const underlyingPrice = numberOf(fields.underlying_price, { least: 1e-6, most: 1e9 });
  const markPercent = numberOf(fields.mark_iv, { least: 0, most: 10_000 });
  if (updatedAt === null || markPrice === null || underlyingPrice === null || markPercent === null)
    throw new MarketGarbledError(METHOD, "has a field that makes no sense");
  const isOpen = fields.state === "open";
  return { isOpen, updatedAt, markPrice, underlyingPrice, markVolatility: markPercent / 100 };
}
