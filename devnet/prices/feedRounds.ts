import { COINS, type Coin } from "./MarketLaw";
import type { MarketHistory } from "./marketHistory";
import type { MarketState } from "./marketStep";

/** A round to post: price with 8 decimals, unix seconds. */
export type FeedRound = { readonly answer: bigint; readonly updatedAt: bigint };

/** What is posted at once: both feeds' rounds of each coin, and the state that the last of them is of. */
export type MarketRounds = Readonly<
  Record<Coin, { readonly first: readonly FeedRound[]; readonly second: readonly FeedRound[] }>
> & { readonly state: MarketState };

const HOUR = 3_600n;
/** A round arrives some seconds after the full hour, the second feed's a little later and a little off. */
const FIRST_FEED = { delay: 12n, deviation: 0 } as const;
const SECOND_FEED = { delay: 31n, deviation: 0.0004 } as const;

/** A stretch of a history: rounds after `from` up to `until`, hours counted from `genesis`. Unix seconds. */
export type HistoryStretch = {
  readonly history: MarketHistory;
  readonly genesis: bigint;
  readonly from: bigint;
  readonly until: bigint;
};

/** The feeds' hourly rounds of a stretch of history. */
export function historyRounds(stretch: HistoryStretch): MarketRounds {
  const last = Number((stretch.until - stretch.genesis - FIRST_FEED.delay) / HOUR);
  const of = (coin: Coin) => ({
    first: hourlyRounds(stretch, coin, FIRST_FEED),
    second: hourlyRounds(stretch, coin, SECOND_FEED),
  });
  return { ETH: of("ETH"), BTC: of("BTC"), state: stretch.history.at(Math.max(last, 0)) };
}

type FeedHabit = { readonly delay: bigint; readonly deviation: number };

function hourlyRounds(
  { history, genesis, from, until }: HistoryStretch,
  coin: Coin,
  { delay, deviation }: FeedHabit,
): readonly FeedRound[] {
  const rounds: FeedRound[] = [];
  const firstHour = from < genesis ? 0n : (from - genesis) / HOUR;
  for (let hour = firstHour; genesis + hour * HOUR + delay <= until; hour += 1n) {
    const updatedAt = genesis + hour * HOUR + delay;
    if (updatedAt <= from) continue;
    const { price } = history.at(Number(hour))[coin];
    rounds.push({ answer: toAnswer(price * (1 + deviation * Math.sin(Number(hour)))), updatedAt });
  }
  return rounds;
}

/** A state of the market at each of some times: the same price on both feeds. At least one. */
export function statesAsRounds(
  states: readonly { readonly state: MarketState; readonly updatedAt: bigint }[],
): MarketRounds {
  const last = states.at(-1);
  if (last === undefined) throw new RangeError("There is no state to post.");
  const [ETH = [], BTC = []] = COINS.map((coin) =>
    states.map(({ state, updatedAt }): FeedRound => ({ answer: toAnswer(state[coin].price), updatedAt })),
  );
  return { ETH: { first: ETH, second: ETH }, BTC: { first: BTC, second: BTC }, state: last.state };
}

/** A price as a feed states it: cents, then 8 decimals. */
function toAnswer(price: number): bigint {
  return BigInt(Math.round(price * 100)) * 1_000_000n;
}
