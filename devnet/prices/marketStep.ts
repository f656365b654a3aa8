import { type RandomStream, randomStream } from "@/lib/math/randomStream";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import { COINS, type Coin, type MarketLaw } from "./MarketLaw";
import { type CoinState, priceStep } from "./priceStep";

/** Both coins at one instant. */
export type MarketState = Readonly<Record<Coin, CoinState>>;

/** A step of the market. `seed` and `stream` name its randomness: the same names give the same step on every machine. */
export type MarketStepInput = {
  readonly law: MarketLaw;
  readonly seconds: number;
  readonly seed: number;
  readonly stream: number;
};

type Pair = readonly [number, number];

/** Both coins after a step: correlated shocks of price and variance, common jumps and jumps of their own. */
export function marketStep(state: MarketState, { law, seconds, seed, stream }: MarketStepInput): MarketState {
  const random = randomStream({ seed, stream });
  const varianceDeviates = correlatedPair(random, law.varianceCorrelation);
  const priceDeviates = correlatedPair(random, ownPriceCorrelation(law));
  const logJumps = jointJumps(random, law, seconds / SECONDS_PER_YEAR);
  const after = (coin: Coin, index: 0 | 1): CoinState =>
    priceStep(state[coin], law[coin], {
      seconds,
      varianceDeviate: varianceDeviates[index],
      priceDeviate: priceDeviates[index],
      logJumps: logJumps[index],
    });
  return { ETH: after("ETH", 0), BTC: after("BTC", 1) };
}

/**
 * A price shock is ρ of the variance's shock and √(1 − ρ²) of one of its own: the own ones must correlate so that the
 * whole ones do as the law says.
 */
function ownPriceCorrelation({ ETH, BTC, priceCorrelation, varianceCorrelation }: MarketLaw): number {
  const [first, second] = [ETH.bates.correlation, BTC.bates.correlation];
  const through = first * second * varianceCorrelation;
  return (priceCorrelation - through) / Math.sqrt((1 - first ** 2) * (1 - second ** 2));
}

function correlatedPair(random: RandomStream, correlation: number): Pair {
  const first = random.normal();
  return [first, correlation * first + Math.sqrt(1 - correlation ** 2) * random.normal()];
}

/** The logarithm of the product of each coin's jump factors in `years`. */
function jointJumps(random: RandomStream, law: MarketLaw, years: number): Pair {
  const { commonJumpIntensity, jumpCorrelation } = law;
  const intensities = [
    commonJumpIntensity,
    ...COINS.map((coin) => law[coin].bates.jumpIntensity - commonJumpIntensity),
  ];
  const [common = 0, ownFirst = 0, ownSecond = 0] = intensities.map((intensity) =>
    poisson(random.uniform(), intensity * years),
  );
  const sums: [number, number] = [0, 0];
  const add = (index: 0 | 1, coin: Coin, deviate: number) => {
    const { meanLogJump, jumpDeviation } = law[coin].bates;
    sums[index] += meanLogJump + jumpDeviation * deviate;
  };
  for (let jump = 0; jump < common; jump += 1) {
    const [first, second] = correlatedPair(random, jumpCorrelation);
    add(0, "ETH", first);
    add(1, "BTC", second);
  }
  for (let jump = 0; jump < ownFirst; jump += 1) add(0, "ETH", random.normal());
  for (let jump = 0; jump < ownSecond; jump += 1) add(1, "BTC", random.normal());
  return sums;
}

/** The Poisson count whose distribution function first reaches `uniform`. For the small means of short steps. */
function poisson(uniform: number, mean: number): number {
  let count = 0;
  let probability = Math.exp(-mean);
  let below = probability;
  while (uniform > below && probability > 0) {
    count += 1;
    probability *= mean / count;
    below += probability;
  }
  return count;
}
