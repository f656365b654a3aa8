import { black } from "@/lib/pricing/black";
import { shiftedVolatility } from "@/lib/pricing/shiftedModel";
import { surfaceVolatility } from "@/lib/pricing/surfaceVolatility";
import type { MarketMove, SmileRule } from "./MarketMove";
import type { BookCoin, BookLeg, BookPart, RiskBook } from "./RiskBook";

/** Now: nothing has moved. */
export const NO_MOVE: MarketMove = { spotMoves: [], volatilityMoves: [] };

/**
 * Dollars that each part is worth in a moved market, every option revalued by Black's formula: the plain sum that faster
 * forms are held against. In the book's order. A quote-settled option hangs on its quote's peg, a coin-settled one does not.
 */
export function bookValues(book: RiskBook, move: MarketMove = NO_MOVE, rule: SmileRule = "stickyStrike"): number[] {
  return book.parts.map((part) => partValue(part, { coin: book.coins[part.coin], move, rule }));
}

/** The sum of {@link bookValues}. */
export function bookValue(book: RiskBook, move: MarketMove = NO_MOVE, rule: SmileRule = "stickyStrike"): number {
  return bookValues(book, move, rule).reduce((sum, value) => sum + value, 0);
}

type Moved = { readonly coin: BookCoin | undefined; readonly move: MarketMove; readonly rule: SmileRule };

function partValue(part: BookPart, moved: Moved): number {
  const { coin, move } = moved;
  const peg = move.pegs?.[part.quote] ?? 1;
  const cash = part.quoteUnits * peg;
  if (coin === undefined) return cash;
  const spot = coin.spot * (1 + (move.spotMoves[part.coin] ?? 0));
  const options = part.legs.reduce(
    (sum, leg) =>
      sum + leg.size * movedPrice(leg, { ...moved, coin, spot, shift: move.volatilityMoves[part.coin] ?? 0 }),
    0,
  );
  return cash + part.coinUnits * spot + options * (part.settlesIn === "quote" ? peg : 1);
}

/** One option in the quote. */
function movedPrice(
  leg: BookLeg,
  at: Moved & { readonly coin: BookCoin; readonly spot: number; readonly shift: number },
): number {
  const { coin, spot, move, rule } = at;
  const { strike, isPut } = leg;
  const volatility = shiftedVolatility(ruledVolatility(leg, { coin, spot, rule }), at.shift);
  const timeToExpiryYears = Math.max(0, leg.timeToExpiryYears - (move.elapsedYears ?? 0));
  return black({ forward: spot, strike, timeToExpiryYears, volatility, isPut }).price;
}

/**
 * Volatility of an option once its coin's price has moved, before any shift. Under `stickyDelta` its own, plus what the surface has at the
 * new distance more than at the old one, both at the option's time now; without a surface its own.
 */
export function ruledVolatility(
  leg: Pick<BookLeg, "strike" | "timeToExpiryYears" | "volatility">,
  { coin, spot, rule }: { readonly coin: BookCoin; readonly spot: number; readonly rule: SmileRule },
): number {
  const { surface } = coin;
  if (rule === "stickyStrike" || surface === null) return leg.volatility;
  const at = (price: number) => surfaceVolatility(surface, Math.log(leg.strike / price), leg.timeToExpiryYears);
  return leg.volatility + at(spot) - at(coin.spot);
}
