import { type PathModel, pricePath } from "./pricePath";

/** A round to post: price with 8 decimals, unix seconds. */
export type FeedRound = { readonly answer: bigint; readonly updatedAt: bigint };

/** Ether as the local chain has seen it: a volatility of about 58 % a year, of which jumps make a ninth. */
export const ETHER_MODEL: PathModel = {
  drift: 0.1,
  volatility: 0.55,
  jumpsPerYear: 10,
  meanLogJump: -0.01,
  jumpDeviation: 0.06,
};

/** Chosen so that every vault has epochs with a loss among its first fourteen. */
const SEED = 3_966;
const START_PRICE = 3_150;
const HOUR = 3_600n;
/** A round arrives some seconds after the full hour, the second feed's a little later and a little off. */
const FIRST_FEED = { delay: 12n, deviation: 0 } as const;
const SECOND_FEED = { delay: 31n, deviation: 0.0004 } as const;

/** The two feeds' hourly rounds from `from` to `until`, both counted from `genesis`. */
export function etherRounds(input: { readonly genesis: bigint; readonly from: bigint; readonly until: bigint }): {
  readonly first: readonly FeedRound[];
  readonly second: readonly FeedRound[];
} {
  const steps = Number((input.until - input.genesis) / HOUR) + 1;
  const prices = pricePath({ seed: SEED, start: START_PRICE, stepSeconds: Number(HOUR), steps, model: ETHER_MODEL });
  const roundsOf = ({ delay, deviation }: { readonly delay: bigint; readonly deviation: number }) =>
    prices.flatMap((price, index): readonly FeedRound[] => {
      const updatedAt = input.genesis + BigInt(index) * HOUR + delay;
      if (updatedAt <= input.from || updatedAt > input.until) return [];
      return [{ answer: toAnswer(price * (1 + deviation * Math.sin(index))), updatedAt }];
    });
  return { first: roundsOf(FIRST_FEED), second: roundsOf(SECOND_FEED) };
}

/** A price as a feed states it: cents, then 8 decimals. */
export function toAnswer(price: number): bigint {
  return BigInt(Math.round(price * 100)) * 1_000_000n;
}
