import type { Address } from "@/lib/vault/Token";
import { chainTime, type LocalChain } from "../chain/LocalChain";
import { mineBlock, sendStep } from "../chain/sendStep";
import { devFeedAbi } from "./devFeedAbi";
import { etherRounds } from "./etherHistory";
import { postRounds } from "./postRounds";

/** The clock of a chain that does not mine by itself, with the prices that belong to its hours. */
export type PricedClock = {
  readonly chain: LocalChain;
  readonly feeds: { readonly first: Address; readonly second: Address };
  /** The first hour of the price path, unix seconds. */
  readonly genesis: bigint;
  /** Rounds up to here are posted. */
  pricedUntil: bigint;
};

/** Moves the chain to a time, with every round of the feeds until then. Time never goes back. */
export async function passTo(clock: PricedClock, time: bigint): Promise<void> {
  const { chain, feeds, genesis } = clock;
  const present = await chainTime(chain);
  const timestamp = time > present ? time : present + 1n;
  const rounds = etherRounds({ genesis, from: clock.pricedUntil, until: timestamp });
  const calls = [...postRounds(feeds.first, rounds.first), ...postRounds(feeds.second, rounds.second)];
  if (calls.length > 0) await sendStep(chain, calls, { timestamp });
  else await mineBlock(chain, timestamp);
  clock.pricedUntil = timestamp;
}

/** The clock of a chain whose history was lived before: priced up to the last full hour that both feeds have. */
export async function resumeClock(clock: Omit<PricedClock, "pricedUntil">): Promise<PricedClock> {
  const address = clock.feeds.second;
  const latest = await clock.chain.read.readContract({ address, abi: devFeedAbi, functionName: "latestRoundData" });
  return { ...clock, pricedUntil: latest[3] };
}
