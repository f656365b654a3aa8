import { aggregatorAbi } from "@/contracts-abi/Aggregator";
import { settlementOracleAbi } from "@/contracts-abi/SettlementOracle";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { contractRead, orNull } from "@/lib/chain/ContractRead";
import type { DeploymentFeed } from "@/lib/config/Deployment";
import type { FeedReading, PairFeeds } from "@/lib/vault/PairFeeds";
import type { Address } from "@/lib/vault/Token";
import { isNoAddress } from "./isNoAddress";
import { latestAnswer } from "./mapSpot";

/** The feeds of every pair of the deployment at the newest block, in its order. One that does not answer is no failure. */
export function readFeeds(source: ChainSource): Promise<readonly PairFeeds[]> {
  return Promise.all(source.deployment.feeds.map((feed) => readPair(source, feed)));
}

async function readPair({ deployment, reader }: ChainSource, named: DeploymentFeed): Promise<PairFeeds> {
  const { underlying, quote, description } = named;
  const { values } = await reader.read({
    feeds: contractRead({
      address: deployment.addresses.settlementOracle,
      abi: settlementOracleAbi,
      functionName: "feedsOf",
      args: [underlying, quote],
    }),
    ...roundReads(named.feed),
    secondRound: roundReads(named.secondFeed).round,
    secondDecimals: roundReads(named.secondFeed).feedDecimals,
  });
  const { feeds, round, feedDecimals, secondRound, secondDecimals } = values;
  const first = latestAnswer({ round, feedDecimals });
  const second = latestAnswer({ round: secondRound, feedDecimals: secondDecimals });
  return {
    underlying,
    quote,
    description,
    first: readingOf(feeds.feed, named.feed, first),
    second: isNoAddress(feeds.secondFeed) ? null : readingOf(feeds.secondFeed, named.secondFeed, second),
    maxDelaySeconds: feeds.maxDelay,
    maxAgeSeconds: feeds.maxAge,
  };
}

function roundReads(address: Address) {
  const feed = { address, abi: aggregatorAbi } as const;
  return {
    round: orNull(contractRead({ ...feed, functionName: "latestRoundData" })),
    feedDecimals: orNull(contractRead({ ...feed, functionName: "decimals" })),
  };
}

/** The oracle's feed, with the round of the one that was asked: another feed's round would be no answer. */
function readingOf(feed: Address, asked: Address, latest: FeedReading["latest"]): FeedReading {
  return { feed, latest: feed.toLowerCase() === asked.toLowerCase() ? latest : null };
}
