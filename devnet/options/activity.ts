import type { Coin } from "../prices/MarketLaw";
import type { ExpiryKind } from "./expiries";
import type { OptionBook, OptionLine } from "./optionBook";
import { seededBy } from "./seededBy";

/** What is held and was traded of an option. Amounts in coin, prices in coin per option. */
export type Activity = {
  readonly openInterest: number;
  /** Of the last 24 hours. */
  readonly volume: number;
  /** Price of the last trade; null when there was none in 24 hours. */
  readonly last: number | null;
  /** Price of the first trade of those hours; null with it. */
  readonly first: number | null;
  readonly bidAmount: number;
  readonly askAmount: number;
};

/** Options held of a strike at the money, in coin. */
const TYPICAL: Readonly<Record<Coin, number>> = { ETH: 900, BTC: 90 };
const POPULARITY: Readonly<Record<ExpiryKind, number>> = { day: 0.15, week: 0.5, month: 1, quarter: 1.6 };
const TURNOVER = 0.06;
const HOUR = 3_600;

/** Seeded like everything else: more where people trade, at the money and out of it, and at expiries of a long life. */
export function activityOf(line: OptionLine, { now }: Pick<OptionBook, "now">): Activity {
  const { instrument, coin, listed, deviationsInTheMoney } = line;
  const held = seededBy(`${instrument} held`, 0);
  const wing = Math.exp(-(deviationsInTheMoney ** 2) / (deviationsInTheMoney > 0 ? 2 : 8));
  const openInterest = amount(TYPICAL[coin] * POPULARITY[listed.kind] * wing * Math.exp(0.8 * held.normal()), coin);
  const hour = seededBy(`${instrument} traded`, Math.floor(now / HOUR));
  const volume = amount(openInterest * TURNOVER * Math.exp(0.9 * hour.normal()), coin);
  const traded = hour.uniform() < 0.5 ? line.bid : line.ask;
  const quotedAmount = () => Math.max(amount(12 * Math.exp(hour.normal()), coin), 1);
  const [bidAmount, askAmount] = [quotedAmount(), quotedAmount()];
  const last = volume > 0 ? traded : null;
  const first = last === null ? null : Number((last * Math.exp(0.15 * hour.normal())).toFixed(4));
  return { openInterest, volume, last, first, bidAmount, askAmount };
}

/** On the smallest amount that trades: one ether, a tenth of a bitcoin. */
function amount(coins: number, coin: Coin): number {
  return coin === "ETH" ? Math.round(coins) : Math.round(coins * 10) / 10;
}
