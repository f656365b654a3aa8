import { grouped } from "./numberText";

/** Above this price a move of $100 says nothing. */
const DEAR_FROM = 20_000;

/** The price move that gamma is told for: in dollars, and as text (`$100`). */
export type GammaMove = { readonly dollars: number; readonly text: string };

/** $100, and $1,000 for an underlying that costs $20,000 or more. `spot` in dollars. */
export function gammaMove(spot: number): GammaMove {
  const dollars = spot >= DEAR_FROM ? 1_000 : 100;
  return { dollars, text: `$${grouped(String(dollars))}` };
}

/** For a column of several underlyings: `per $100`, or with the others by name, `per $100, BTC $1,000`. */
export function gammaUnits(of: readonly { readonly underlying: string; readonly spot: number }[]): string {
  const moves = of.map(({ underlying, spot }) => ({ underlying, ...gammaMove(spot) }));
  const least = Math.min(...moves.map(({ dollars }) => dollars));
  const usual = moves.find(({ dollars }) => dollars === least);
  const others = moves
    .filter(({ dollars }) => dollars !== least)
    .map(({ underlying, text }) => `${underlying} ${text}`);
  return usual === undefined ? "" : [`per ${usual.text}`, ...new Set(others)].join(", ");
}
