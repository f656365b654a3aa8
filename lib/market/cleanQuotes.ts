import { MarketUnusableError } from "@/lib/errors/marketErrors";
import { groupedByExpiry } from "./groupedByExpiry";
import type { QuoteFault } from "./MarketView";
import type { OptionQuote } from "./OptionQuote";
import { median } from "./outliers";
import type { ListedOptions } from "./parseInstruments";
import type { BookLine, BookLines } from "./parseSummaries";
import { LAST_SECONDS, quoteOfLine } from "./quoteOfLine";

/** How many lines were left out so far, by reason. */
export type FaultCounts = Readonly<Partial<Record<QuoteFault, number>>>;

/** Quotes that stand by themselves, ascending in expiry, strike, put before call; and when the oldest of them was made. */
export type CleanQuotes = {
  readonly quotes: readonly OptionQuote[];
  readonly asOf: number;
  readonly faults: FaultCounts;
};

/** What the source lists and says, its index in dollars, and chain time in Unix seconds. */
export type CleanQuotesInput = {
  readonly listed: ListedOptions;
  readonly book: BookLines;
  readonly indexPrice: number;
  readonly now: number;
};

/** One expiry has one forward: a line that says another by more than this speaks of something else. */
const MOST_FORWARD_GAP = 0.01;
/** No carry of any coin puts a forward this many times above or below the index. */
const MOST_BASIS = 1.5;

/**
 * Looks at each line alone, then at the forwards of an expiry together, and counts what is left out. Throws
 * {@link MarketUnusableError} when nothing is left: `stale` or `early` when their time is the main reason, else `thin`.
 */
export function cleanQuotes(input: CleanQuotesInput): CleanQuotes {
  const { book, now } = input;
  const counts = new Map<QuoteFault, number>(unread(input));
  const count = (fault: QuoteFault) => counts.set(fault, (counts.get(fault) ?? 0) + 1);
  const forwards = forwardsOf(book.lines);
  const kept: { readonly quote: OptionQuote; readonly madeAt: number }[] = [];
  for (const line of book.lines) {
    const result = quoteOfLine(line, now);
    if (!result.ok) count(result.fault);
    else if (hasForward(line, forwards.get(line.option.expiry) ?? Number.NaN, input.indexPrice)) kept.push(result);
    else count("outlier");
  }
  if (kept.length === 0) {
    const isMostly = (fault: QuoteFault) => (counts.get(fault) ?? 0) > 0.5 * book.lines.length;
    throw new MarketUnusableError((["stale", "early"] as const).find(isMostly) ?? "thin");
  }
  return {
    quotes: kept.map(({ quote }) => quote).toSorted(byOption),
    asOf: Math.min(...kept.map(({ madeAt }) => madeAt)),
    faults: Object.fromEntries([...counts].filter(([, number]) => number > 0)),
  };
}

/** What could not be read, and listed options of which nothing was said. */
function unread({ listed, book, now }: CleanQuotesInput): readonly (readonly [QuoteFault, number])[] {
  const said = new Set(book.lines.map(({ option }) => option.instrument));
  const silent = [...listed.options.values()].filter(
    ({ instrument, expiry }) => !said.has(instrument) && expiry - now > LAST_SECONDS,
  );
  return [
    ["malformed", listed.malformed + book.malformed],
    ["missing", silent.length],
  ];
}

/** Is a line's forward its expiry's, and that one somewhere near the index? */
function hasForward({ underlyingPrice }: BookLine, forward: number, indexPrice: number): boolean {
  const basis = forward / indexPrice;
  return Math.abs(underlyingPrice / forward - 1) <= MOST_FORWARD_GAP && basis < MOST_BASIS && basis > 1 / MOST_BASIS;
}

/** The middle of what the lines of an expiry say. */
function forwardsOf(lines: readonly BookLine[]): ReadonlyMap<number, number> {
  const byExpiry = groupedByExpiry(lines, ({ option }) => option.expiry);
  return new Map(
    [...byExpiry].map(([expiry, ofExpiry]) => [expiry, median(ofExpiry.map((line) => line.underlyingPrice))]),
  );
}

function byOption(a: OptionQuote, b: OptionQuote): number {
  return a.expiry - b.expiry || a.strike - b.strike || Number(b.isPut) - Number(a.isPut);
}
