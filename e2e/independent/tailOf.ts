import { parseAbiItem } from "viem";
import type { DevnetDeployment } from "@/devnet/DevnetDeployment";
import type { Chain } from "../fixtures/Chain";
import { blackPrice } from "./blackPrice";
import type { PlainHolding } from "./holdingsOf";

const ANSWERED = parseAbiItem(
  "event AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt)",
);
const DAY = 86_400;
const DEGREES_OF_FREEDOM = 4;

/** Dollars that everything is worth, and delta in coins by coin. */
export function worthOf(
  holdings: readonly PlainHolding[],
  spots?: ReadonlyMap<string, number>,
  isOneOfMany = false,
): number {
  return holdings.reduce((sum, { coin, spot: now, coins, dollars, options }) => {
    const spot = spots?.get(coin) ?? now;
    return options.reduce(
      (total, option) => total + option.size * blackPrice(option, spot, isOneOfMany).price,
      sum + coins * spot + dollars,
    );
  }, 0);
}

/** Delta of a coin, in coins. */
export function deltaOf(holdings: readonly PlainHolding[], coin: string): number {
  return holdings
    .filter((holding) => holding.coin === coin)
    .reduce((sum, { spot, coins, options }) => {
      return options.reduce((total, option) => total + option.size * blackPrice(option, spot).delta, sum + coins);
    }, 0);
}

/** Correlation of both coins' daily returns, out of the feeds' own events: the last answer before each 08:00 UTC. */
export async function correlationOf(chain: Chain, deployment: DevnetDeployment, now: number): Promise<number> {
  const series = await Promise.all(
    deployment.feeds.map(async ({ feed }) => {
      const logs = await chain.client.getLogs({ address: feed, event: ANSWERED, fromBlock: 0n, toBlock: "latest" });
      return logs.map(({ args }) => ({ at: Number(args.updatedAt), price: Number(args.current) }));
    }),
  );
  const last = now - ((now - DAY / 3) % DAY);
  const returns = series.map((answers) => {
    const closes = Array.from(
      { length: 120 },
      (_, day) => answers.findLast(({ at }) => at <= last - (119 - day) * DAY)?.price,
    );
    return closes.slice(1).map((close, day) => Math.log((close ?? Number.NaN) / (closes[day] ?? Number.NaN)));
  });
  const days = (returns[0] ?? []).flatMap((first, day) => {
    const second = returns[1]?.[day] ?? Number.NaN;
    return Number.isFinite(first + second) ? [[first, second] as const] : [];
  });
  const mean = (of: 0 | 1) => days.reduce((sum, day) => sum + day[of], 0) / days.length;
  const means = [mean(0), mean(1)] as const;
  const product = (a: 0 | 1, b: 0 | 1) => days.reduce((sum, day) => sum + (day[a] - means[a]) * (day[b] - means[b]), 0);
  return product(0, 1) / Math.sqrt(product(0, 0) * product(1, 1));
}

/** Volatilities at which both coins move, and how they do so together; the horizon in years. */
export type PlainLaw = {
  readonly volatilities: readonly [number, number];
  readonly correlation: number;
  readonly years: number;
};

/** Losses over the horizon under a Student law with both coins, sorted, the largest first; by another generator than the app's. */
export function lossesUnder(holdings: readonly PlainHolding[], law: PlainLaw, count: number): readonly number[] {
  const uniform = mulberry(20_261_127);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const returns = Array.from({ length: count }, () => {
    const mixing = Array.from({ length: DEGREES_OF_FREEDOM }, () => normal() ** 2).reduce((a, b) => a + b);
    const scale = Math.sqrt(((DEGREES_OF_FREEDOM - 2) / mixing) * law.years);
    const [first, other] = [normal(), normal()];
    const second = law.correlation * first + Math.sqrt(1 - law.correlation ** 2) * other;
    return [scale * law.volatilities[0] * first, scale * law.volatilities[1] * second] as const;
  });
  const growth = [0, 1].map((coin) => returns.reduce((sum, one) => sum + Math.exp(one[coin] ?? 0), 0) / count);
  const now = worthOf(holdings, undefined, true);
  const spotOf = new Map(holdings.map(({ coin, spot }) => [coin, spot]));
  const later = holdings.map((holding) => ({
    ...holding,
    options: holding.options.map((option) => ({ ...option, years: Math.max(0, option.years - law.years) })),
  }));
  const losses = returns.map((one) => {
    const spots = new Map(
      ["ETH", "BTC"].map((coin, index) => [
        coin,
        ((spotOf.get(coin) ?? 0) * Math.exp(one[index] ?? 0)) / (growth[index] ?? 1),
      ]),
    );
    return now - worthOf(later, spots, true);
  });
  return losses.sort((a, b) => b - a);
}

/** A small generator of uniform numbers in [0, 1): mulberry32. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}
