import { formatPoints, formatSignedPercent } from "@/lib/format/formatPercent";
import { formatUsd } from "@/lib/format/formatUsd";
import { formatUtcDay } from "@/lib/format/formatUtcDate";
import type { RiskBook } from "@/lib/risk/RiskBook";
import type { Shock } from "@/lib/risk/stress/Shock";
import { shockMove } from "@/lib/risk/stress/shockResult";
import { unixSeconds } from "@/lib/units/UnixSeconds";

/** A move of a price: `−43%`, `+2.5%`, `0%`. */
export function priceMoveText(move: number): string {
  const percent = move * 100;
  return formatSignedPercent(move, Math.abs(percent - Math.round(percent)) < 0.05 ? 0 : 1);
}

/** What a shock does to the coins of a book: `ETH −43%, BTC −39%, vol +80 pts`. */
export function appliedText(book: Pick<RiskBook, "coins">, shock: Shock): string {
  const { spotMoves, volatilityMoves, pegs = {} } = shockMove({ ...book, parts: [] }, shock);
  const symbols = book.coins.map(({ symbol }) => symbol);
  const tokens = Object.entries(pegs).filter(([, dollars]) => dollars !== 1);
  return [
    ...tokens.map(([symbol, dollars]) => `${symbol} at ${formatUsd(dollars)}`),
    ...(spotMoves.some((move) => move !== 0)
      ? symbols.map((symbol, coin) => `${symbol} ${priceMoveText(spotMoves[coin] ?? 0)}`)
      : ["prices flat"]),
    ...volatilityTexts(symbols, volatilityMoves),
  ].join(", ");
}

/** One for all coins where they move alike, none where none moves. */
function volatilityTexts(symbols: readonly string[], moves: readonly number[]): readonly string[] {
  if (moves.every((move) => move === 0)) return [];
  const [first = 0] = moves;
  if (moves.every((move) => move === first)) return [`vol ${formatPoints(first)}`];
  return symbols.map((symbol, coin) => `${symbol} vol ${formatPoints(moves[coin] ?? 0)}`);
}

/** The days of the event: `Thu 12 Mar to Fri 13 Mar 2020`; empty for a shock of no day. */
export function datesText({ from, to }: Pick<Shock, "from" | "to">): string {
  if (from === undefined || to === undefined) return "";
  const last = dayText(to, "2000-01-01");
  return from === to ? last : `${dayText(from, to)} to ${last}`;
}

/** With its year where that is not the year of `beside`. */
function dayText(day: string, beside: string): string {
  const at = (text: string) => unixSeconds(BigInt(Date.parse(`${text}T00:00:00Z`) / 1000));
  return formatUtcDay(at(day), at(beside));
}
