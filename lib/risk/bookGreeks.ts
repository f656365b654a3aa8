import { blackPrices } from "@/lib/pricing/blackPrices";
import { coinDelta, dayLater, thetaPerDay, vegaPerVolPoint } from "@/lib/pricing/screenUnits";
import { addedGreeks } from "./addedGreeks";
import { type LegColumns, legColumns } from "./legColumns";
import { type LegGreeks, legGreeks } from "./legGreeks";
import type { PositionGreeks } from "./positionGreeks";
import type { BookPart, RiskBook } from "./RiskBook";

/** Greeks in the units of the screens, and the delta of a smile that moves along with the price. */
export type SmileGreeks = PositionGreeks & {
  /** Coins: `delta` less vega·(∂σ/∂k)/F of every option; `delta` itself where a coin has no surface. */
  readonly stickyDelta: number;
};

/** A book's Greeks: one entry a part and one a coin, in the book's orders. A part of no coin has its value and 0 of all else. */
export type BookGreeks = { readonly parts: readonly SmileGreeks[]; readonly coins: readonly SmileGreeks[] };

const NONE: SmileGreeks = {
  valueUsd: 0,
  delta: 0,
  deltaUsd: 0,
  coinDelta: 0,
  gamma: 0,
  vegaPerPoint: 0,
  thetaPerDay: 0,
  nextDayUsd: 0,
  stickyDelta: 0,
};

/**
 * The Greeks of a whole book, all of its legs in one batch, each at its own volatility: what {@link positionGreeks} is of each part. Theta is
 * cut at each leg's own remaining life before the sum. The quote counts as a dollar.
 */
export function bookGreeks(book: RiskBook): BookGreeks {
  const columns = legColumns(book);
  const task = { columns, values: legGreeks(columns), later: blackPrices(oneDayLater(columns)) };
  let from = 0;
  const parts = book.parts.map((part) => {
    const spot = book.coins[part.coin]?.spot;
    if (spot === undefined) return { ...NONE, valueUsd: part.quoteUnits };
    const greeks = partGreeks(part, { ...task, from, spot });
    from += part.legs.length;
    return greeks;
  });
  const ofCoin = (coin: number) => parts.filter((_, index) => book.parts[index]?.coin === coin).reduce(added, NONE);
  return { parts, coins: book.coins.map((_, coin) => ofCoin(coin)) };
}

type PartLegs = {
  readonly columns: LegColumns;
  readonly values: LegGreeks;
  /** Prices a day later. */
  readonly later: Float64Array;
  /** Where the part's legs begin. */
  readonly from: number;
  readonly spot: number;
};

function partGreeks(
  { coinUnits, quoteUnits, legs }: BookPart,
  { columns, values, later, from, spot }: PartLegs,
): SmileGreeks {
  let [options, delta, stickyDelta] = [0, coinUnits, coinUnits];
  let [gamma, vega, theta, nextDayUsd] = [0, 0, 0, 0];
  for (let leg = from; leg < from + legs.length; leg += 1) {
    const size = columns.size[leg] as number;
    const price = values.price[leg] as number;
    options += size * price;
    delta += size * (values.delta[leg] as number);
    stickyDelta += size * (values.stickyDelta[leg] as number);
    gamma += size * (values.gamma[leg] as number);
    vega += size * (values.vega[leg] as number);
    theta += thetaPerDay(size * (values.theta[leg] as number), columns.timeToExpiryYears[leg] as number);
    nextDayUsd += size * ((later[leg] as number) - price);
  }
  const valueUsd = quoteUnits + coinUnits * spot + options;
  return {
    valueUsd,
    delta,
    deltaUsd: delta * spot,
    coinDelta: coinDelta({ delta, price: valueUsd, forward: spot }),
    gamma,
    vegaPerPoint: vegaPerVolPoint(vega),
    thetaPerDay: theta,
    nextDayUsd,
    stickyDelta,
  };
}

function oneDayLater({ forward, strike, timeToExpiryYears, volatility, isPut }: LegColumns) {
  return { forward, strike, timeToExpiryYears: timeToExpiryYears.map(dayLater), volatility, isPut };
}

function added(a: SmileGreeks, b: SmileGreeks): SmileGreeks {
  return { ...addedGreeks(a, b), stickyDelta: a.stickyDelta + b.stickyDelta };
}
