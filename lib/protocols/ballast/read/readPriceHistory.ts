import { aggregatorAbi } from "@/contracts-abi/Aggregator";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { type ContractRead, contractRead, orNull } from "@/lib/chain/ContractRead";
import type { DeploymentFeed } from "@/lib/config/Deployment";
import { price8ToNumber } from "@/lib/units/Price8";
import { pairCoin } from "@/lib/vault/PairFeeds";
import type { PriceHistory } from "@/lib/vault/PriceHistory";
import { latestAnswer } from "./mapSpot";

/** A round's number has its phase above these bits: a new aggregator counts from 1 again. */
const ROUND_BITS = 64n;
/** Halvings until the last of any number of rounds that a feed can have had is found. */
const MOST_HALVINGS = 40;

/** Times to look at: Unix seconds, ascending. */
export type HistoryDays = { readonly days: readonly number[] };

/**
 * What each feed of the deployment said at these times, from its own rounds on chain: for every time the last round at or before it,
 * found by halving, all times and feeds together in one multicall a step. Only rounds of the feed's newest phase; earlier times are null.
 */
export async function readPriceHistory(source: ChainSource, { days }: HistoryDays): Promise<readonly PriceHistory[]> {
  return Promise.all(source.deployment.feeds.map((feed) => historyOf(source, { feed, days })));
}

type Wanted = HistoryDays & { readonly feed: DeploymentFeed };
type Round = NonNullable<Parameters<typeof latestAnswer>[0]["round"]>;

async function historyOf(source: ChainSource, { feed, days }: Wanted): Promise<PriceHistory> {
  const at = { address: feed.feed, abi: aggregatorAbi } as const;
  const { values } = await source.reader.read({
    round: orNull(contractRead({ ...at, functionName: "latestRoundData" })),
    feedDecimals: orNull(contractRead({ ...at, functionName: "decimals" })),
  });
  const coin = pairCoin(feed);
  const { round: latest, feedDecimals } = values;
  if (latest === null) return { coin, days, closes: days.map(() => null) };
  const rounds = await lastRounds(source, { feed, days, latest });
  const closes = rounds.map((round) => {
    const answer = latestAnswer({ round, feedDecimals });
    return answer === null ? null : price8ToNumber(answer.price);
  });
  return { coin, days, closes };
}

/** Between these rounds lies the last one before a time: `low` is not after it or is 0, `high` is after it or is the newest's successor. */
type Bracket = { readonly low: bigint; readonly high: bigint; readonly found: Round | null };

async function lastRounds(source: ChainSource, wanted: Wanted & { readonly latest: Round }): Promise<(Round | null)[]> {
  const { feed, days, latest } = wanted;
  const phase = (latest[0] >> ROUND_BITS) << ROUND_BITS;
  let brackets: Bracket[] = days.map(() => ({ low: 0n, high: latest[0] - phase + 1n, found: null }));
  for (let halving = 0; halving < MOST_HALVINGS && brackets.some(isOpen); halving += 1) {
    const middles = brackets.map(({ low, high }) => phase + (low + high) / 2n);
    const reads = new Map(
      brackets.flatMap((bracket, index) => (isOpen(bracket) ? [middles[index] ?? 0n] : [])).map(named(feed)),
    );
    const { values } = await source.reader.read(Object.fromEntries(reads));
    brackets = brackets.map((bracket, index) => {
      if (!isOpen(bracket)) return bracket;
      return halved(bracket, { round: values[String(middles[index])] ?? null, time: BigInt(days[index] ?? 0) });
    });
  }
  return brackets.map(({ found }) => found);
}

function isOpen({ low, high }: Bracket): boolean {
  return high - low > 1n;
}

function named(feed: DeploymentFeed): (id: bigint) => readonly [string, ContractRead<Round | null>] {
  return (id) => [
    String(id),
    orNull(contractRead({ address: feed.feed, abi: aggregatorAbi, functionName: "getRoundData", args: [id] })),
  ];
}

/** A round that is not there counts as too early: what lies before it is of no use either. */
function halved(
  { low, high, found }: Bracket,
  { round, time }: { readonly round: Round | null; readonly time: bigint },
): Bracket {
  const middle = (low + high) / 2n;
  if (round !== null && round[3] > time) return { low, high: middle, found };
  return { low: middle, high, found: round ?? found };
}
