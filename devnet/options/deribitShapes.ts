import { black } from "@/lib/pricing/black";
import { impliedVolatility } from "@/lib/pricing/impliedVolatility";
import type { Coin } from "../prices/MarketLaw";
import { type Activity, activityOf } from "./activity";
import { COARSE_FROM, COARSE_TICK, FINE_TICK } from "./bookSides";
import type { ExpiryKind } from "./expiries";
import { expiryName } from "./instrumentName";
import type { OptionBook, OptionLine } from "./optionBook";
import { hashOf } from "./seededBy";

/*
 * The results of Deribit's public API v2 for options settled in their coin. Names and units are that API's: prices in coin,
 * volatilities in percent, times in milliseconds, Greeks in dollars, vega per point and theta per day.
 */

/** The result of `public/get_index_price`. */
export function indexPriceResult({ indexPrice }: OptionBook) {
  return { index_price: rounded(indexPrice, 2), estimated_delivery_price: rounded(indexPrice, 2) };
}

/** One entry of `public/get_book_summary_by_currency`. */
export function summaryEntry(line: OptionLine, book: OptionBook) {
  const { instrument, coin, bid, ask, mark, volatility, forward } = line;
  const activity = activityOf(line, book);
  const { openInterest, volume, last } = activity;
  return {
    instrument_name: instrument,
    base_currency: coin,
    quote_currency: coin,
    underlying_index: underlyingIndex(line),
    underlying_price: rounded(forward, 4),
    estimated_delivery_price: rounded(book.indexPrice, 2),
    interest_rate: 0,
    bid_price: bid,
    ask_price: ask,
    mid_price: bid === null || ask === null ? null : rounded((bid + ask) / 2, 5),
    mark_price: rounded(mark, 8),
    mark_iv: percent(volatility),
    open_interest: openInterest,
    volume,
    volume_usd: rounded(volume * mark * book.indexPrice, 2),
    last,
    ...dayRange(activity),
    creation_timestamp: book.now * 1_000,
  };
}

/** The result of `public/ticker` for an option. */
export function tickerResult(line: OptionLine, book: OptionBook) {
  const { instrument, bid, ask, mark, volatility, forward } = line;
  const activity = activityOf(line, book);
  const { openInterest, volume, last } = activity;
  return {
    timestamp: book.now * 1_000,
    state: "open",
    instrument_name: instrument,
    index_price: rounded(book.indexPrice, 2),
    estimated_delivery_price: rounded(book.indexPrice, 2),
    underlying_index: underlyingIndex(line),
    underlying_price: rounded(forward, 4),
    interest_rate: 0,
    best_bid_price: bid,
    best_ask_price: ask,
    ...bestAmounts(line, activity),
    bid_iv: impliedPercent(line, bid),
    ask_iv: impliedPercent(line, ask),
    mark_price: rounded(mark, 8),
    mark_iv: percent(volatility),
    last_price: last,
    min_price: Math.max(FINE_TICK, rounded(mark - 0.04, 4)),
    max_price: rounded(mark + 0.04, 4),
    open_interest: openInterest,
    stats: { volume, volume_usd: rounded(volume * mark * book.indexPrice, 2), ...dayRange(activity) },
    greeks: greeks(line),
  };
}

const PERIODS: Readonly<Record<ExpiryKind, { readonly period: string; readonly lifeDays: number }>> = {
  day: { period: "day", lifeDays: 3 },
  week: { period: "week", lifeDays: 28 },
  month: { period: "month", lifeDays: 91 },
  quarter: { period: "month", lifeDays: 364 },
};
const LEAST_AMOUNT: Readonly<Record<Coin, number>> = { ETH: 1, BTC: 0.1 };
const DAY_MS = 86_400_000;

/** One entry of `public/get_instruments`. */
export function instrumentEntry({ instrument, coin, listed, strike, isPut }: OptionLine) {
  const { period, lifeDays } = PERIODS[listed.kind];
  return {
    instrument_name: instrument,
    instrument_id: hashOf(instrument) % 1_000_000,
    instrument_type: "reversed",
    kind: "option",
    option_type: isPut ? "put" : "call",
    strike,
    base_currency: coin,
    quote_currency: coin,
    counter_currency: "USD",
    settlement_currency: coin,
    settlement_period: period,
    price_index: `${coin.toLowerCase()}_usd`,
    contract_size: 1,
    min_trade_amount: LEAST_AMOUNT[coin],
    tick_size: FINE_TICK,
    tick_size_steps: [{ above_price: COARSE_FROM, tick_size: COARSE_TICK }],
    maker_commission: 0.0003,
    taker_commission: 0.0003,
    block_trade_commission: 0.0003,
    block_trade_min_trade_amount: LEAST_AMOUNT[coin] * 250,
    block_trade_tick_size: FINE_TICK,
    creation_timestamp: listed.at * 1_000 - lifeDays * DAY_MS,
    expiration_timestamp: listed.at * 1_000,
    is_active: true,
    state: "open",
    rfq: false,
  };
}

/** The future of the expiry, or its synthetic stand-in. */
function underlyingIndex({ coin, listed }: OptionLine): string {
  const name = `${coin}-${expiryName(listed.at)}`;
  return listed.hasFuture ? name : `SYN.${name}`;
}

function bestAmounts({ bid, ask }: OptionLine, { bidAmount, askAmount }: Activity) {
  return { best_bid_amount: bid === null ? 0 : bidAmount, best_ask_amount: ask === null ? 0 : askAmount };
}

/** Between the first and the last trade of a day. */
function dayRange({ first, last }: Activity) {
  if (first === null || last === null) return { low: null, high: null, price_change: null };
  const change = first > 0 ? rounded((last / first - 1) * 100, 4) : null;
  return { low: Math.min(first, last), high: Math.max(first, last), price_change: change };
}

/** Volatility in percent at a price in coin; 0 where nobody stands or none is implied. */
function impliedPercent({ forward, strike, timeToExpiryYears, isPut }: OptionLine, price: number | null): number {
  if (price === null) return 0;
  const implied = impliedVolatility({ price: price * forward, forward, strike, timeToExpiryYears, isPut });
  return implied.ok ? percent(implied.volatility) : 0;
}

function greeks(line: OptionLine) {
  const { timeToExpiryYears, forward } = line;
  const { delta, gamma, vega, theta, price } = black(line);
  // With the spot held, a higher rate lifts the forward: ρ = T·(F·Δ − price), here in dollars per point.
  const rho = (timeToExpiryYears * (forward * delta - price)) / 100;
  return {
    delta: rounded(delta, 5),
    gamma: rounded(gamma, 5),
    vega: rounded(vega / 100, 5),
    theta: rounded(Math.max(theta / 365, -price), 5),
    rho: rounded(rho, 5),
  };
}

function percent(volatility: number): number {
  return rounded(volatility * 100, 2);
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
