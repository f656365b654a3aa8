import { aggregatorAbi } from "@/contracts-abi/Aggregator";
import { settlementOracleAbi } from "@/contracts-abi/SettlementOracle";
import { type PricePoint, realisedVolatility } from "../maker/realisedVolatility";
import type { VaultState } from "../plan/KeeperState";
import type { PinnedReads } from "./KeeperChain";

const ROUNDS = 150n;
const ROUND_OF_PHASE = 2n ** 64n;

/** Readings of one block, by pair: vaults of one pair share them. */
export type VolatilityReadings = Map<string, Promise<number | null>>;

/**
 * Annualised volatility of the first feed's latest rounds of its phase at the pinned block; null when there are too few,
 * and while the vault is live, when nobody asks.
 */
export function readRealisedVolatility(
  pinned: PinnedReads,
  state: VaultState,
  readings: VolatilityReadings,
): Promise<number | null> {
  if (state.epoch.phase === "live") return Promise.resolve(null);
  const pair = `${state.underlying.address}:${state.quote.address}`;
  const reading = readings.get(pair) ?? readRounds(pinned, state);
  readings.set(pair, reading);
  return reading;
}

async function readRounds({ reader, targets, blockNumber }: PinnedReads, state: VaultState): Promise<number | null> {
  const { feed } = await reader.readContract({
    address: targets.oracle,
    abi: settlementOracleAbi,
    functionName: "feedsOf",
    args: [state.underlying.address, state.quote.address],
    blockNumber,
  });
  const aggregator = { address: feed, abi: aggregatorAbi } as const;
  const latest = await reader
    .readContract({ ...aggregator, functionName: "latestRoundData", blockNumber })
    .catch(() => null);
  if (latest === null) return null;
  const round = latest[0] % ROUND_OF_PHASE;
  const count = round < ROUNDS ? round : ROUNDS;
  const ids = Array.from({ length: Number(count) }, (_, index) => latest[0] - count + 1n + BigInt(index));
  const answers = await reader.multicall({
    blockNumber,
    contracts: ids.map((id) => ({ ...aggregator, functionName: "getRoundData" as const, args: [id] as const })),
  });
  const points = answers.flatMap((answer): readonly PricePoint[] => {
    if (answer.status === "failure" || answer.result[1] <= 0n) return [];
    return [{ price: Number(answer.result[1]), atSeconds: Number(answer.result[3]) }];
  });
  return realisedVolatility(points);
}
