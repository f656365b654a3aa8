import { addressOf } from "../accounts";
import { contractCall, type StepCall } from "../chain/sendStep";
import type { MarketContracts } from "../DevnetDeployment";
import { devMarketAbi } from "./devMarketAbi";
import type { FeedRound, MarketRounds } from "./feedRounds";
import { COINS } from "./MarketLaw";

const WAD = 1e18;

/** The call that posts rounds to all feeds and remembers the coins' variances. */
export function postRounds({ market, feeds }: MarketContracts, rounds: MarketRounds): StepCall {
  const entries = feeds.flatMap(({ coin, feed, secondFeed }) => [
    entry(feed, rounds[coin].first),
    entry(secondFeed, rounds[coin].second),
  ]);
  const variances = COINS.map((coin) => BigInt(Math.round(rounds.state[coin].variance * WAD)));
  const args = [entries.filter(({ answers }) => answers.length > 0), variances];
  return contractCall({ from: addressOf("priceFeeder"), to: market, abi: devMarketAbi, functionName: "post", args });
}

function entry(feed: `0x${string}`, rounds: readonly FeedRound[]) {
  return {
    feed,
    answers: rounds.map(({ answer }) => answer),
    updatedAts: rounds.map(({ updatedAt }) => updatedAt),
  };
}
