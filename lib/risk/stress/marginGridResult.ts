import { bookValues } from "../bookValues";
import type { BookLeg, RiskBook } from "../RiskBook";
import type { MarginGrid, MarginScenario, VolatilityShock } from "./MarginGrid";

/** One scenario and what it does, weighted, in dollars: a loss is below 0. */
export type MarginCell = MarginScenario & { readonly change: number };

/** A grid over a book. */
export type MarginGridResult = {
  /** In the grid's order, all coins moving together. */
  readonly cells: readonly MarginCell[];
  /** The worst of them; its change is above 0 where no scenario loses. */
  readonly worst: MarginCell;
  /** The worst of each coin's own parts, as a market that margins coins apart would have it; in the book's order. */
  readonly worstByCoin: readonly (MarginCell & { readonly symbol: string })[];
};

const DAYS_PER_YEAR = 365;
const REFERENCE_DAYS = 30;
const UNMOVED: MarginCell = { spotMove: 0, volatility: "same", weight: 1, change: 0 };

/**
 * Full revaluation under every scenario of a margin grid. Each strike's volatility is moved on its own, relative to itself and by its time to
 * expiry; the smile stays with the strikes.
 */
export function marginGridResult(book: RiskBook, { scenarios, shock }: MarginGrid): MarginGridResult {
  const now = byCoin(book, bookValues(book));
  const shocked = {
    up: withVolatilities(book, (leg) => shockedVolatility(leg, "up", shock)),
    same: book,
    down: withVolatilities(book, (leg) => shockedVolatility(leg, "down", shock)),
  };
  const changes = scenarios.map((scenario) => {
    const move = { spotMoves: book.coins.map(() => scenario.spotMove), volatilityMoves: [] };
    const moved = byCoin(book, bookValues(shocked[scenario.volatility], move));
    return moved.map((value, coin) => scenario.weight * (value - (now[coin] ?? Number.NaN)));
  });
  const cellsOf = (changeOf: (ofCoins: readonly number[]) => number) =>
    scenarios.map((scenario, index) => ({ ...scenario, change: changeOf(changes[index] ?? []) }));
  const cells = cellsOf((ofCoins) => ofCoins.reduce((sum, change) => sum + change, 0));
  return {
    cells,
    worst: worstOf(cells),
    worstByCoin: book.coins.map(({ symbol }, coin) => ({
      ...worstOf(cellsOf((ofCoins) => ofCoins[coin] ?? Number.NaN)),
      symbol,
    })),
  };
}

/** A leg's volatility after a margin rule's move. */
export function shockedVolatility(
  { volatility, timeToExpiryYears }: Pick<BookLeg, "volatility" | "timeToExpiryYears">,
  direction: "up" | "down",
  shock: VolatilityShock,
): number {
  const days = Math.max(shock.fewestDays, timeToExpiryYears * DAYS_PER_YEAR);
  const factor = (REFERENCE_DAYS / days) ** (days > REFERENCE_DAYS ? shock.longPower : shock.shortPower);
  if (direction === "up") return Math.max(shock.lowestUp, volatility * (1 + shock.up * factor));
  return volatility * Math.max(0, 1 - shock.down * factor);
}

function withVolatilities(book: RiskBook, volatilityOf: (leg: BookLeg) => number): RiskBook {
  const legs = (of: readonly BookLeg[]) => of.map((leg) => ({ ...leg, volatility: volatilityOf(leg) }));
  return { ...book, parts: book.parts.map((part) => ({ ...part, legs: legs(part.legs) })) };
}

/** What is on no coin does not move. */
function byCoin(book: RiskBook, values: readonly number[]): number[] {
  const sums = book.coins.map(() => 0);
  book.parts.forEach(({ coin }, index) => {
    if (coin >= 0) sums[coin] = (sums[coin] ?? Number.NaN) + (values[index] ?? Number.NaN);
  });
  return sums;
}

function worstOf(cells: readonly MarginCell[]): MarginCell {
  return cells.reduce((worst, cell) => (cell.change < worst.change ? cell : worst), cells[0] ?? UNMOVED);
}
