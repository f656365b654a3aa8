import type { Abi } from "viem";
import { parseAbi } from "viem";
import type { Address } from "@/lib/vault/Token";
import { addressOf } from "../accounts";
import { contractCall, type StepCall } from "../chain/sendStep";
import type { FeedRound } from "./etherHistory";

/** What a price feeder calls. */
export const devFeedAbi = parseAbi([
  "function post(int192[] answers, uint64[] updatedAts)",
  "function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)",
]) satisfies Abi;

const ROUNDS_A_CALL = 250;

/** Calls that post rounds to a feed, as many as fit into one each. */
export function postRounds(feed: Address, rounds: readonly FeedRound[]): readonly StepCall[] {
  const from = addressOf("priceFeeder");
  const calls: StepCall[] = [];
  for (let start = 0; start < rounds.length; start += ROUNDS_A_CALL) {
    const part = rounds.slice(start, start + ROUNDS_A_CALL);
    const args = [part.map(({ answer }) => answer), part.map(({ updatedAt }) => updatedAt)];
    calls.push(contractCall({ from, to: feed, abi: devFeedAbi, functionName: "post", args }));
  }
  return calls;
}
