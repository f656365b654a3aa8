import type { Coin } from "../prices/MarketLaw";
import type { ExpiryKind } from "./expiries";
import { seededBy } from "./seededBy";

/** What a dealer looks at before quoting an option. Prices and vega (per 1.00 of volatility) in coin. */
export type QuotedOption = {
  readonly instrument: string;
  readonly coin: Coin;
  readonly kind: ExpiryKind;
  readonly mark: number;
  readonly vega: number;
  /** Distance of the strike from the forward in standard deviations of the move to expiry, positive in the money. */
  readonly deviationsInTheMoney: number;
  /** Unix seconds. */
  readonly now: number;
};

/** Best prices in coin, on the market's ticks; null where nobody stands. */
export type BookSides = { readonly bid: number | null; readonly ask: number | null };

/** Half the distance between bid and ask at the money, in volatility. */
const HALF_WIDTH: Readonly<Record<Coin, number>> = { ETH: 0.004, BTC: 0.003 };
/** Dealers ask more for what is over tomorrow. */
const WIDTH_FACTOR: Readonly<Record<ExpiryKind, number>> = { day: 2, week: 1, month: 0.8, quarter: 0.9 };
/** Each standard deviation squared from the money widens it by this share. */
const WING = 0.35;
/** Standard deviation of the middle around the mark, in volatility. */
const NOISE = 0.0012;
/** A middle stays for a minute, an empty side for ten. */
const NOISE_SECONDS = 60;
const ABSENCE_SECONDS = 600;

/** Seeded quotes around the mark: wider in the wings, on ticks, and with sides missing where real books have none. */
export function bookSides(option: QuotedOption): BookSides {
  const { instrument, coin, kind, mark, vega, deviationsInTheMoney, now } = option;
  const middle = mark + seededBy(instrument, Math.floor(now / NOISE_SECONDS)).normal() * NOISE * vega;
  const half = HALF_WIDTH[coin] * WIDTH_FACTOR[kind] * (1 + WING * deviationsInTheMoney ** 2) * vega;
  const absence = seededBy(`${instrument} absence`, Math.floor(now / ABSENCE_SECONDS));
  const [bidDraw, askDraw] = [absence.uniform(), absence.uniform()];
  const far = Math.abs(deviationsInTheMoney);
  const bid = onTick(Math.min(middle - half, mark), "down");
  const ask = onTick(Math.max(middle + half, mark + tickAt(mark) / 4), "up");
  return {
    bid: bid <= 0 || bidDraw < missing(far, 2) ? null : bid,
    ask: askDraw < missing(far, 2.5) ? null : ask,
  };
}

/** How likely a side is empty: never near the money, up to six in ten from `from` deviations on. */
function missing(far: number, from: number): number {
  return Math.min(Math.max((far - from) * 0.2, 0), 0.6);
}

/** Smallest step of a price there, in coin. */
export function tickAt(price: number): number {
  return price < COARSE_FROM ? FINE_TICK : COARSE_TICK;
}

/** Prices from here on move by the coarse tick. */
export const COARSE_FROM = 0.005;
export const FINE_TICK = 0.0001;
export const COARSE_TICK = 0.0005;

function onTick(price: number, direction: "up" | "down"): number {
  const tick = tickAt(price);
  const ticks = price / tick;
  const whole = direction === "down" ? Math.floor(ticks + 1e-9) : Math.ceil(ticks - 1e-9);
  return Number((whole * tick).toFixed(4));
}
