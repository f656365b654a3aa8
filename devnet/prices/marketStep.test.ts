import { describe, expect, it } from "vitest";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import { COINS, type Coin, MARKET_LAW, type MarketLaw } from "./MarketLaw";
import { marketHistory } from "./marketHistory";
import { type MarketState, marketStep } from "./marketStep";

const START: MarketState = { ETH: { price: 1, variance: 0.297 }, BTC: { price: 1, variance: 0.164 } };
const DAY = 86_400;

type Experiment = { readonly paths: number; readonly steps: number; readonly seconds: number; readonly law: MarketLaw };

/** The ends of independent paths from the same start. */
function ends({ paths, steps, seconds, law }: Experiment): readonly MarketState[] {
  return Array.from({ length: paths }, (_, path) => {
    let state = START;
    for (let stream = 1; stream <= steps; stream += 1) state = marketStep(state, { law, seconds, seed: path, stream });
    return state;
  });
}

/** How many standard errors the mean of a sample is away from what it should be. */
function errorsAway(sample: readonly number[], expected: number): number {
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
  const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sample.length - 1);
  return Math.abs(mean - expected) / Math.sqrt(variance / sample.length);
}

function logMoves(hours: number): Readonly<Record<Coin, readonly number[]>> {
  const history = marketHistory(20);
  const of = (coin: Coin) =>
    Array.from({ length: hours }, (_, hour) =>
      Math.log(history.at(hour + 1)[coin].price / history.at(hour)[coin].price),
    );
  return { ETH: of("ETH"), BTC: of("BTC") };
}

const product = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

describe("marketStep", () => {
  const quarter = { paths: 3_000, steps: 12, seconds: 7 * DAY, law: MARKET_LAW };

  it("behavior: the mean of the price is the forward, the mean of the variance the law's own, however coarse the step", () => {
    const years = (quarter.steps * quarter.seconds) / SECONDS_PER_YEAR;
    const states = ends(quarter);
    for (const coin of COINS) {
      const { bates, carry } = MARKET_LAW[coin];
      const prices = states.map((state) => state[coin].price);
      expect(errorsAway(prices, Math.exp(carry * years))).toBeLessThan(4);
      const variances = states.map((state) => state[coin].variance);
      // the start is the long-run variance itself
      expect(errorsAway(variances, bates.longRunVariance)).toBeLessThan(4);
      expect(Math.min(...variances)).toBeGreaterThanOrEqual(0);
    }
  });

  it("behavior: a variance that is thrown at zero comes back, and the price's mean stays the forward", () => {
    const wild: MarketLaw = {
      ...MARKET_LAW,
      ETH: { ...MARKET_LAW.ETH, bates: { ...MARKET_LAW.ETH.bates, volatilityOfVariance: 5 } },
    };
    const states = ends({ ...quarter, steps: 6, law: wild });
    const variances = states.map(({ ETH }) => ETH.variance);
    expect(variances.filter((variance) => variance === 0).length).toBeGreaterThan(100);
    expect(Math.min(...variances)).toBe(0);
    const years = (6 * quarter.seconds) / SECONDS_PER_YEAR;
    expect(errorsAway(variances, 0.297)).toBeLessThan(4);
    expect(
      errorsAway(
        states.map(({ ETH }) => ETH.price),
        Math.exp(0.03 * years),
      ),
    ).toBeLessThan(4);
  });

  it("behavior: the same names give the same step, another stream another", () => {
    const step = (stream: number) => marketStep(START, { law: MARKET_LAW, seconds: 6, seed: 1, stream });
    expect(step(5)).toEqual(step(5));
    expect(step(5)).not.toEqual(step(6));
  });
});

describe("marketHistory", () => {
  it("behavior: a longer history begins with the shorter one, in whatever order hours are asked for", () => {
    const [whole, jumping] = [marketHistory(3), marketHistory(3)];
    const inOrder = Array.from({ length: 200 }, (_, hour) => whole.at(hour));
    jumping.at(150);
    expect(Array.from({ length: 200 }, (_, hour) => jumping.at(hour))).toEqual(inOrder);
    expect(marketHistory(4).at(200)).not.toEqual(whole.at(200));
    expect(() => whole.at(-1)).toThrow(RangeError);
  });

  it("behavior: the fifteenth week ends alike on every machine", () => {
    const { ETH, BTC } = marketHistory().at(2_520);
    expect([ETH.price.toFixed(6), ETH.variance.toFixed(12)]).toEqual(["3255.010205", "0.330124783183"]);
    expect([BTC.price.toFixed(5), BTC.variance.toFixed(12)]).toEqual(["93781.06913", "0.204492011169"]);
  });

  it("behavior: hourly moves have the law's volatility and correlation, and fall together with a rise of variance", () => {
    const hours = 26_280;
    const { ETH, BTC } = logMoves(hours);
    const square = { ETH: product(ETH, ETH), BTC: product(BTC, BTC) };
    const volatility = (coin: Coin) => Math.sqrt((square[coin] / hours) * 8_760);
    // Three years: the variance's own wandering leaves about four points of doubt.
    expect(Math.abs(volatility("ETH") - 0.58)).toBeLessThan(0.1);
    expect(Math.abs(volatility("BTC") - 0.43)).toBeLessThan(0.08);
    expect(product(ETH, BTC) / Math.sqrt(square.ETH * square.BTC)).toBeCloseTo(0.84, 1);
    const history = marketHistory(20);
    const shocks = ETH.map((_, hour) => history.at(hour + 1).ETH.variance - history.at(hour).ETH.variance);
    expect(product(ETH, shocks) / Math.sqrt(square.ETH * product(shocks, shocks))).toBeLessThan(-0.3);
    // Jumps: fatter tails than a normal's 3 even within the hour.
    expect(ETH.reduce((sum, move) => sum + move ** 4, 0) / hours / (square.ETH / hours) ** 2).toBeGreaterThan(10);
  });
});
