import { MARKET_LAW } from "./MarketLaw";
import { type MarketState, marketStep } from "./marketStep";

/** The hours of a history: both coins at `genesis` + index hours. */
export type MarketHistory = { readonly at: (hour: number) => MarketState };

/** Chosen so that every vault has epochs with a loss among its first fourteen, and no week is beyond belief. */
const SEED = 12;
const HOUR = 3_600;

/**
 * The market's own past, the same on every machine and in every week: it is counted in hours from its beginning and
 * knows no date. Hours are made when they are first asked for, so a longer history begins with the shorter one.
 */
export function marketHistory(seed = SEED): MarketHistory {
  const { ETH, BTC } = MARKET_LAW;
  const begin = ({ startPrice, bates }: typeof ETH) => ({ price: startPrice, variance: bates.initialVariance });
  const hours: MarketState[] = [{ ETH: begin(ETH), BTC: begin(BTC) }];
  function at(hour: number): MarketState {
    let state = hours.at(-1);
    for (let next = hours.length; state !== undefined && next <= hour; next += 1) {
      state = marketStep(state, { law: MARKET_LAW, seconds: HOUR, seed, stream: next });
      hours.push(state);
    }
    const wanted = hours[hour];
    if (wanted === undefined) throw new RangeError(`There is no hour ${hour} of a history.`);
    return wanted;
  }
  return { at };
}
