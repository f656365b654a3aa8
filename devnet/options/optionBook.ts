import { black } from "@/lib/pricing/black";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import { type Coin, MARKET_LAW } from "../prices/MarketLaw";
import type { CoinState } from "../prices/priceStep";
import { type BookSides, bookSides } from "./bookSides";
import { type ListedExpiry, listedExpiries } from "./expiries";
import { instrumentName } from "./instrumentName";
import { lawPrices } from "./lawVolatilities";
import { listedStrikes } from "./listedStrikes";

/** One option of the market at one instant. Prices in coin, times in Unix seconds, volatility annualised. */
export type OptionLine = BookSides & {
  readonly instrument: string;
  readonly coin: Coin;
  readonly listed: ListedExpiry;
  readonly strike: number;
  readonly isPut: boolean;
  /** In dollars. */
  readonly forward: number;
  readonly timeToExpiryYears: number;
  readonly mark: number;
  readonly volatility: number;
  /** Distance of the strike in standard deviations, positive in the money. */
  readonly deviationsInTheMoney: number;
};

/** All options of a coin at one instant. */
export type OptionBook = {
  readonly coin: Coin;
  /** In dollars. */
  readonly indexPrice: number;
  readonly now: number;
  /** Ascending in expiry and strike, call before put. */
  readonly lines: readonly OptionLine[];
};

/** Every listed option of a coin, priced by the law at the variance of now and quoted around that. */
export function optionBook(coin: Coin, { price, variance }: CoinState, now: number): OptionBook {
  const lines = listedExpiries(now).flatMap((listed) => expiryLines({ coin, price, variance, now, listed }));
  return { coin, indexPrice: price, now, lines };
}

type ExpiryInput = CoinState & { readonly coin: Coin; readonly now: number; readonly listed: ListedExpiry };

function expiryLines({ coin, price, variance, now, listed }: ExpiryInput): readonly OptionLine[] {
  const { bates, carry } = MARKET_LAW[coin];
  const timeToExpiryYears = (listed.at - now) / SECONDS_PER_YEAR;
  const forward = price * Math.exp(carry * timeToExpiryYears);
  const strikes = listedStrikes(price, listed.kind, timeToExpiryYears);
  const priced = lawPrices({ law: bates, variance, forward, timeToExpiryYears, strikes });
  const centre = strikes.findIndex((strike) => strike >= forward);
  return strikes.flatMap((strike, index) => {
    const outOfTheMoney = priced[index]?.price ?? Number.NaN;
    const volatility = nearestVolatility(priced, index, centre);
    if (!(outOfTheMoney >= 0) || volatility === null) return [];
    return [false, true].map((isPut) => {
      const intrinsic = Math.max(isPut ? strike - forward : forward - strike, 0);
      const option = { coin, strike, isPut, forward, timeToExpiryYears, volatility, listed };
      return quoted(option, { mark: (outOfTheMoney + intrinsic) / forward, now });
    });
  });
}

/** Where a price is too small for any volatility, that of the next strike towards the money. */
function nearestVolatility(
  priced: readonly { readonly volatility: number | null }[],
  index: number,
  centre: number,
): number | null {
  const step = index < centre ? 1 : -1;
  for (let at = index; at >= 0 && at < priced.length; at += step) {
    const volatility = priced[at]?.volatility;
    if (volatility) return volatility;
  }
  return null;
}

type PricedOption = Omit<OptionLine, keyof BookSides | "instrument" | "mark" | "deviationsInTheMoney">;

function quoted(option: PricedOption, { mark, now }: { readonly mark: number; readonly now: number }): OptionLine {
  const { coin, strike, isPut, forward, timeToExpiryYears, volatility, listed } = option;
  const instrument = instrumentName({ coin, expiry: listed.at, strike, isPut });
  const distance = Math.log(forward / strike) / (volatility * Math.sqrt(timeToExpiryYears));
  const deviationsInTheMoney = isPut ? -distance : distance;
  const vega = black(option).vega / forward;
  const sides = bookSides({ instrument, coin, kind: listed.kind, mark, vega, deviationsInTheMoney, now });
  return { ...option, ...sides, instrument, mark, deviationsInTheMoney };
}
