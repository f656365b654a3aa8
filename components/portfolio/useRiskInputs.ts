"use client";

import { useState } from "react";
import { calibrationQuotes } from "@/components/vault/calibrationQuotes";
import type { QuotesToFit } from "@/hooks/useFittedModels";
import type { RiskBook } from "@/lib/risk/RiskBook";
import { missingHoldings } from "./missingHoldings";
import type { Portfolio } from "./usePortfolio";

/** A portfolio and its markets as they were at one moment: what long computations are of. */
export type RiskInputs = {
  readonly stamp: string;
  readonly portfolio: Portfolio;
  /** By the book's coins; null where no market values their options, undefined while its quotes are on their way. */
  readonly quotes: readonly (QuotesToFit | null | undefined)[];
  /** At the money of the options held, annualised; null where none are held or priced. */
  readonly volatilities: readonly (number | null)[];
  /** When the oldest surface in use was made, Unix seconds; null without one. */
  readonly surfaceAsOf: number | null;
};

/** What is computed from the portfolio stands for a minute, or until what is held changes: a new block alone starts nothing anew. */
export function useRiskInputs(portfolio: Portfolio): RiskInputs {
  const stamp = stampOf(portfolio);
  const [inputs, setInputs] = useState(() => riskInputs(portfolio, stamp));
  if (inputs.stamp === stamp) return inputs;
  const next = riskInputs(portfolio, stamp);
  setInputs(next);
  return next;
}

function stampOf(portfolio: Portfolio): string {
  const { book, now, isReadingFills, marketOf } = portfolio;
  const held = book.parts.map(({ id, coinUnits, quoteUnits, legs }) => [
    id,
    coinUnits.toPrecision(9),
    quoteUnits.toPrecision(9),
    legs.map(({ strike, size }) => [strike, size.toPrecision(9)]),
  ]);
  // The first answer has no quotes: they follow with the next.
  const surfaces = book.coins.map(({ symbol, surface }) => {
    const market = marketOf(symbol);
    return [symbol, surface !== null, market?.ok === true && market.view.quotes.length > 0];
  });
  return JSON.stringify([String(now / 60n), isReadingFills, held, surfaces, missingHoldings(portfolio)]);
}

function riskInputs(portfolio: Portfolio, stamp: string): RiskInputs {
  const { book, marketOf, holdings, wallet } = portfolio;
  const views = book.coins.map(({ symbol, surface }) => {
    const market = surface === null ? undefined : marketOf(symbol);
    return market?.ok ? market.view : null;
  });
  const times = views.flatMap((view) => (view === null ? [] : [view.asOf]));
  return {
    stamp,
    portfolio,
    quotes: views.map((view) => {
      if (view === null) return null;
      if (view.quotes.length === 0) return undefined;
      return { key: `${view.currency} ${view.asOf}`, quotes: calibrationQuotes(view) };
    }),
    volatilities: book.coins.map(({ symbol }) => {
      const known = holdings.find(({ vault, volatility }) => vault.underlyingSymbol === symbol && volatility?.ok);
      if (known?.volatility?.ok) return known.volatility.headline;
      const own = wallet.options.find(
        ({ coin, state, volatility }) => coin === symbol && state === "open" && volatility,
      );
      return own?.volatility?.volatility ?? null;
    }),
    surfaceAsOf: times.length === 0 ? null : Math.min(...times),
  };
}

/** The time of the soonest expiry that lies ahead, in years from now; null while nothing expires. */
export function nextExpiryYears({ parts }: RiskBook): number | null {
  const ahead = parts
    .flatMap(({ legs }) => legs.map(({ timeToExpiryYears }) => timeToExpiryYears))
    .filter((years) => years > 0);
  return ahead.length === 0 ? null : Math.min(...ahead);
}
