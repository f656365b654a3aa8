import type { VolatilitySurface } from "@/lib/pricing/VolatilitySurface";

/** An option of a part, whole: not per unit of anything. */
export type BookLeg = {
  readonly isPut: boolean;
  /** In the quote. */
  readonly strike: number;
  /** Options on one whole coin: held above 0, sold below. */
  readonly size: number;
  /** Years of 365 days, at least 0. */
  readonly timeToExpiryYears: number;
  /** Annualised, at the spot now. */
  readonly volatility: number;
};

/** What a book holds through one vault, or as one token: what contributions are told by. */
export type BookPart = {
  /** Tells parts apart: an address, or an address and a purpose. */
  readonly id: string;
  /** For the screen. */
  readonly name: string;
  /** Index of the coin in `RiskBook.coins` that its legs are on and `coinUnits` are of; of no coin: −1. */
  readonly coin: number;
  /** Coins held outright: deposits, premium, what waits. */
  readonly coinUnits: number;
  /** The same in the quote. */
  readonly quoteUnits: number;
  /** Symbol of the quote: one of it counts as a dollar unless a move says otherwise. */
  readonly quote: string;
  /** What the legs pay in: decides what a payoff is worth once it is paid, and whose peg it hangs on. */
  readonly settlesIn: "underlying" | "quote";
  readonly legs: readonly BookLeg[];
  /** It is held by the address itself, and so in no vault. */
  readonly isOwn?: boolean;
};

/** A coin that values move with. */
export type BookCoin = {
  readonly symbol: string;
  /** Dollars, above 0. */
  readonly spot: number;
  /** The market's surface, by which a smile can move along with the price; null where volatilities are those of fills. */
  readonly surface: VolatilitySurface | null;
};

/** Everything that the risk of an address, or of several, rests on: plain data that crosses to a worker. */
export type RiskBook = { readonly coins: readonly BookCoin[]; readonly parts: readonly BookPart[] };
