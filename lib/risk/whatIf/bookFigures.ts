import { gammaUsdPerPercent } from "@/lib/pricing/screenUnits";
import { bookGreeks } from "../bookGreeks";
import type { RiskBook } from "../RiskBook";

/** A part of the net value: of a vault or of a coin. */
export type ValueShare = { readonly id: string; readonly name: string; readonly usd: number; readonly share: number };

/** What a book comes to, in dollars, but for its losses. Shares are of the net value. */
export type BookFigures = {
  readonly netUsd: number;
  readonly deltaUsd: number;
  /** Change of the delta for a rise of every coin by 1 %. */
  readonly gammaUsdPerPercent: number;
  readonly vegaPerPoint: number;
  readonly thetaPerDay: number;
  /** Largest first. */
  readonly vaults: readonly ValueShare[];
  /** In the book's order; what is in the quote of a vault on a coin counts for that coin. */
  readonly coins: readonly ValueShare[];
};

/** The figures of a book now: its value, Greeks and shares. Shares of nothing are 0. */
export function bookFigures(book: RiskBook): BookFigures {
  const { parts, coins } = bookGreeks(book);
  const netUsd = sum(parts.map(({ valueUsd }) => valueUsd));
  const share = (usd: number) => (netUsd === 0 ? 0 : usd / netUsd);
  const entry = (named: { readonly id: string; readonly name: string }, usd: number): ValueShare => ({
    ...named,
    usd,
    share: share(usd),
  });
  return {
    netUsd,
    deltaUsd: sum(coins.map(({ deltaUsd }) => deltaUsd)),
    gammaUsdPerPercent: sum(coins.map(({ gamma }, coin) => gammaUsdPerPercent(gamma, book.coins[coin]?.spot ?? 0))),
    vegaPerPoint: sum(coins.map(({ vegaPerPoint }) => vegaPerPoint)),
    thetaPerDay: sum(coins.map(({ thetaPerDay }) => thetaPerDay)),
    vaults: book.parts
      .map(({ id, name }, part) => entry({ id, name }, parts[part]?.valueUsd ?? 0))
      .toSorted((a, b) => b.usd - a.usd),
    coins: book.coins.map(({ symbol }, coin) => entry({ id: symbol, name: symbol }, coins[coin]?.valueUsd ?? 0)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
