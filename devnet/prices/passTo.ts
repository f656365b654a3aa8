import { chainTime, type LocalChain } from "../chain/LocalChain";
import { mineBlock, sendStep } from "../chain/sendStep";
import type { MarketContracts } from "../DevnetDeployment";
import { devFeedAbi } from "./devMarketAbi";
import { historyRounds } from "./feedRounds";
import { type MarketHistory, marketHistory } from "./marketHistory";
import { postRounds } from "./postRounds";

/** The clock of a chain that does not mine by itself, with the prices that belong to its hours. */
export type PricedClock = {
  readonly chain: LocalChain;
  readonly contracts: MarketContracts;
  /** The first hour of the history, unix seconds. */
  readonly genesis: bigint;
  readonly history: MarketHistory;
  /** Rounds up to here are posted. */
  pricedUntil: bigint;
};

/** What a clock begins with. */
export type ClockInput = Pick<PricedClock, "chain" | "contracts" | "genesis">;

/** The clock of a chain that has no price yet. */
export function startClock(input: ClockInput): PricedClock {
  return { ...input, history: marketHistory(), pricedUntil: input.genesis };
}

/** The clock of a chain whose history was lived before: priced up to the last full hour that the feeds have. */
export async function resumeClock(input: ClockInput): Promise<PricedClock> {
  const address = input.contracts.feeds[0]?.secondFeed ?? "0x";
  const latest = await input.chain.read.readContract({ address, abi: devFeedAbi, functionName: "latestRoundData" });
  return { ...input, history: marketHistory(), pricedUntil: latest[3] };
}

/** Moves the chain to a time, with every round of the feeds until then. Time never goes back. */
export async function passTo(clock: PricedClock, time: bigint): Promise<void> {
  const { chain, contracts, genesis, history } = clock;
  const present = await chainTime(chain);
  const timestamp = time > present ? time : present + 1n;
  const rounds = historyRounds({ history, genesis, from: clock.pricedUntil, until: timestamp });
  const hasRounds = rounds.ETH.first.length + rounds.ETH.second.length > 0;
  if (hasRounds) await sendStep(chain, [postRounds(contracts, rounds)], { timestamp });
  else await mineBlock(chain, timestamp);
  clock.pricedUntil = timestamp;
}
