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
