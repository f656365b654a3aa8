import { MarketGarbledError } from "@/lib/errors/marketErrors";
import { type JsonRecord, listOf, type NumberBounds, numberOf, recordOf, secondsOfMilliseconds } from "./jsonFields";
import type { ListedOption } from "./parseInstruments";

/** One option's book in short, in the source's units: prices in coin per option on one coin. */
export type BookLine = {
  readonly option: ListedOption;
  /** Null when nobody is there. */
  readonly bid: number | null;
  readonly ask: number | null;
  readonly mark: number | null;
  /** Black's volatility of the mark by the source itself, in units of 1; null when it says none. */
  readonly markVolatility: number | null;
  /** Forward of the expiry, in dollars. */
  readonly underlyingPrice: number;
  readonly openInterest: number | null;
  /** Unix seconds of the source's clock. */
  readonly madeAt: number;
};

/** The readable lines of listed options, one an option, and how many lines could not be read. */
export type BookLines = { readonly lines: readonly BookLine[]; readonly malformed: number };

const METHOD = "get_book_summary_by_currency";
const LONGEST_LIST = 20_000;
/** In coin. A put far in the money is worth strike/forward − 1 coins. */
const PRICES = { least: 0, most: 1_000 };
const FORWARDS = { least: 1e-6, most: 1e9 };
/** In percent. */
const VOLATILITIES = { least: 0, most: 10_000 };
const INTEREST = { least: 0, most: 1e12 };

/**
 * The answer to `get_book_summary_by_currency` for options. A line counts as malformed when a field is of another type or
 * beyond every bound, when it speaks of an option that is not listed, or a second time of the same.
 * Throws {@link MarketGarbledError} when it is no list.
 */
export function parseSummaries(result: unknown, listed: ReadonlyMap<string, ListedOption>): BookLines {
  const entries = listOf(result, LONGEST_LIST);
  if (entries === null) throw new MarketGarbledError(METHOD, "is not a list of a sensible length");
  const lines = new Map<string, BookLine>();
  let malformed = 0;
  for (const entry of entries) {
    const line = bookLine(recordOf(entry), listed);
    if (line === null || lines.has(line.option.instrument)) malformed += 1;
    else lines.set(line.option.instrument, line);
  }
  return { lines: [...lines.values()], malformed };
}

function bookLine(fields: JsonRecord | null, listed: ReadonlyMap<string, ListedOption>): BookLine | null {
  const name = fields?.instrument_name;
  const option = typeof name === "string" ? listed.get(name) : undefined;
  if (fields === null || option === undefined) return null;
  const underlyingPrice = numberOf(fields.underlying_price, FORWARDS);
  const madeAt = secondsOfMilliseconds(fields.creation_timestamp);
  const bid = optional(fields.bid_price, PRICES);
  const ask = optional(fields.ask_price, PRICES);
  const mark = optional(fields.mark_price, PRICES);
  const markPercent = optional(fields.mark_iv, VOLATILITIES);
  const openInterest = optional(fields.open_interest, INTEREST);
  if (underlyingPrice === null || madeAt === null) return null;
  if (bid === "malformed" || ask === "malformed" || mark === "malformed") return null;
  if (markPercent === "malformed" || openInterest === "malformed") return null;
  const markVolatility = markPercent ? markPercent / 100 : null;
  return {
    option,
    bid: bid || null,
    ask: ask || null,
    mark: mark || null,
    markVolatility,
    underlyingPrice,
    openInterest,
    madeAt,
  };
}

/** A number that may be absent. Where it is a price, 0 is how some answers say that nobody is there. */
function optional(value: unknown, bounds: NumberBounds): number | null | "malformed" {
  if (value === null || value === undefined) return null;
  return numberOf(value, bounds) ?? "malformed";
}
