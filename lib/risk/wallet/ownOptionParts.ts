import type { BookCoin } from "../RiskBook";
import type { YieldPart } from "../yieldParts";
import type { OwnCashRow, OwnOptionRow } from "./ownOptionRows";

/** Where a coin stands, and the smile its options are valued by. */
export type CoinAt = { readonly spot: number; readonly surface: BookCoin["surface"] };

/** What a part of options is told by. */
type Group = Pick<OwnOptionRow, "coin" | "settlesIn">;

/**
 * Options held outright as parts of a book: one a coin and what its options settle in, with the collateral that covers them and what is settled;
 * claims as parts of their own. Options without a volatility are in none.
 */
export function ownOptionParts(
  rows: { readonly options: readonly OwnOptionRow[]; readonly cash: readonly OwnCashRow[] },
  coinAt: (symbol: string) => CoinAt,
): readonly YieldPart[] {
  const parts = new Map<string, YieldPart>();
  const add = (group: Group, quote: string, added: Added) => {
    const key = `${group.coin} ${group.settlesIn}`;
    parts.set(key, withAdded(parts.get(key) ?? emptyPart(group, quote, coinAt), added));
  };
  for (const row of rows.options)
    if (row.leg !== null || row.settledUnits !== 0)
      add(row, row.quote, { leg: row.leg, settlesIn: row.settlesIn, units: row.settledUnits });
  for (const { under: coin, coin: own, symbol, units } of rows.cash) {
    if (coin === null) continue;
    const settlesIn = own === null ? "quote" : "underlying";
    add({ coin, settlesIn }, own === null ? symbol : "", { leg: null, settlesIn, units });
  }
  const claims = rows.cash.filter(({ under }) => under === null).map((row) => claimPart(row, coinAt));
  return [...parts.values(), ...claims];
}

function emptyPart({ coin, settlesIn }: Group, quote: string, coinAt: (symbol: string) => CoinAt): YieldPart {
  return {
    worth: { kind: "coin", symbol: coin, ...coinAt(coin) },
    part: {
      id: `options/${coin}/${settlesIn}`.toLowerCase(),
      name: settlesIn === "quote" ? `Own ${coin} options in ${quote}` : `Own ${coin} options in ${coin}`,
      ...{ isOwn: true, coinUnits: 0, quoteUnits: 0, quote, settlesIn, legs: [] },
    },
  };
}

type Added = Pick<OwnOptionRow, "leg" | "settlesIn"> & { readonly units: number };

function withAdded({ worth, part }: YieldPart, { leg, settlesIn, units }: Added): YieldPart {
  const isCoin = settlesIn === "underlying";
  return {
    worth,
    part: {
      ...part,
      coinUnits: part.coinUnits + (isCoin ? units : 0),
      quoteUnits: part.quoteUnits + (isCoin ? 0 : units),
      legs: leg === null ? part.legs : [...part.legs, leg],
    },
  };
}

function claimPart({ coin, symbol, units }: OwnCashRow, coinAt: (symbol: string) => CoinAt): YieldPart {
  const named = { id: `claim/${symbol}`.toLowerCase(), name: `${symbol} to withdraw`, isOwn: true };
  const part = { ...named, legs: [], settlesIn: "quote" as const };
  return coin === null
    ? { worth: { kind: "quote" }, part: { ...part, coinUnits: 0, quoteUnits: units, quote: symbol } }
    : {
        worth: { kind: "coin", symbol: coin, ...coinAt(coin) },
        part: { ...part, coinUnits: units, quoteUnits: 0, quote: "" },
      };
}
