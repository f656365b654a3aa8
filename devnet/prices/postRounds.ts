import type { Address } from "@/lib/vault/Token";
import { addressOf } from "../accounts";
import { contractCall, type StepCall } from "../chain/sendStep";
import { devFeedAbi } from "./devFeedAbi";
import type { FeedRound } from "./etherHistory";

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
