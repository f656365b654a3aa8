import { fillLogs } from "@/lib/math/fillLogs";
import type { PriceOptions } from "@/lib/pricing/blackPrices";
import type { SmileSection } from "@/lib/pricing/smileSection";
import { smileSections } from "./plannedLegs";
import type { BookCoin, BookLeg, BookPart, RiskBook } from "./RiskBook";

/** Legs that follow each other and share coin and expiry: places from `from` to before `to`, and their smile. */
export type SmileRun = { readonly section: SmileSection; readonly from: number; readonly to: number };

/** Every leg of a book as an option on one coin, in the book's order, part after part. */
export type LegColumns = PriceOptions & {
  /** Options on one whole coin, as in the book. */
  readonly size: Float64Array;
  /** ln(K/F). */
  readonly logMoneyness: Float64Array;
  /** Of the coins that have a surface. */
  readonly smiles: readonly SmileRun[];
};

/** The legs of a book as columns; those of a part of no coin, which has none, would be left out. */
export function legColumns(book: RiskBook): LegColumns {
  const parts = book.parts.filter(({ coin }) => book.coins[coin] !== undefined);
  const count = parts.reduce((sum, { legs }) => sum + legs.length, 0);
  const columns = { ...emptyColumns(count), smiles: smileRuns(parts, book.coins) };
  let from = 0;
  for (const { coin, legs } of parts) {
    fillLegs(columns, { legs, from, spot: book.coins[coin]?.spot ?? Number.NaN });
    from += legs.length;
  }
  fillLogs(columns.logMoneyness, new Float64Array(count), count);
  return columns;
}

type PartLegs = { readonly legs: readonly BookLeg[]; readonly from: number; readonly spot: number };

/** What the legs say of themselves; K/F where its logarithm will be. */
function fillLegs(columns: LegColumns, { legs, from, spot }: PartLegs): void {
  const { forward, strike, timeToExpiryYears, volatility, isPut, size, logMoneyness } = columns;
  legs.forEach((leg, index) => {
    const place = from + index;
    forward[place] = spot;
    strike[place] = leg.strike;
    timeToExpiryYears[place] = leg.timeToExpiryYears;
    volatility[place] = leg.volatility;
    isPut[place] = leg.isPut ? 1 : 0;
    size[place] = leg.size;
    logMoneyness[place] = leg.strike / spot;
  });
}

function smileRuns(parts: readonly BookPart[], coins: readonly BookCoin[]): readonly SmileRun[] {
  const sections = coins.map(smileSections);
  const runs: SmileRun[] = [];
  let place = 0;
  for (const { coin, legs } of parts) {
    let start = 0;
    legs.forEach(({ timeToExpiryYears }, index) => {
      if (timeToExpiryYears === legs[index + 1]?.timeToExpiryYears) return;
      const section = sections[coin]?.(timeToExpiryYears) ?? null;
      if (section !== null) runs.push({ section, from: place + start, to: place + index + 1 });
      start = index + 1;
    });
    place += legs.length;
  }
  return runs;
}

function emptyColumns(count: number): Omit<LegColumns, "smiles"> {
  const column = () => new Float64Array(count);
  const option = { forward: column(), strike: column(), timeToExpiryYears: column(), volatility: column() };
  return { ...option, isPut: new Uint8Array(count), size: column(), logMoneyness: column() };
}
