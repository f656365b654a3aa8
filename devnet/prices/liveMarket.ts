import { parseAbi } from "viem";
import { wad, wadToNumber } from "@/lib/units/Wad";
import type { LocalChain } from "../chain/LocalChain";
import { MULTICALL3 } from "../chain/localViemChain";
import { sendLive } from "../chain/sendLive";
import type { MarketContracts } from "../DevnetDeployment";
import { DevnetError } from "../DevnetError";
import { devFeedAbi, devMarketAbi } from "./devMarketAbi";
import { statesAsRounds } from "./feedRounds";
import type { Coin } from "./MarketLaw";
import { postRounds } from "./postRounds";
import type { CoinState } from "./priceStep";
import { stateAfter, type TimedState } from "./stateAfter";

/** The market as the chain has it at its newest block. Unix seconds. */
export type MarketReading = TimedState & {
  /** The block's own time. */
  readonly now: bigint;
};

const multicallAbi = parseAbi(["function getCurrentBlockTimestamp() view returns (uint256)"]);

/** Reads prices, variances and time in one call, thus of one block. */
export async function readMarket(chain: LocalChain, { market, feeds }: MarketContracts): Promise<MarketReading> {
  const latestOf = (coin: Coin) => {
    const address = feeds.find((feed) => feed.coin === coin)?.feed ?? "0x";
    return { address, abi: devFeedAbi, functionName: "latestRoundData" } as const;
  };
  const [now, [etherVariance, bitcoinVariance], ether, bitcoin] = await chain.read.multicall({
    allowFailure: false,
    contracts: [
      { address: MULTICALL3, abi: multicallAbi, functionName: "getCurrentBlockTimestamp" },
      { address: market, abi: devMarketAbi, functionName: "variances" },
      latestOf("ETH"),
      latestOf("BTC"),
    ],
  });
  const state = { ETH: coinState(ether, etherVariance), BTC: coinState(bitcoin, bitcoinVariance) };
  return { state, updatedAt: ether[3], now };
}

type Round = readonly [id: bigint, answer: bigint, startedAt: bigint, updatedAt: bigint, answeredIn: bigint];

function coinState([, answer]: Round, variance: bigint | undefined): CoinState {
  if (variance === undefined) throw new DevnetError("The market remembers no variance of a coin.");
  return { price: Number(answer) / 1e8, variance: wadToNumber(wad(variance)) };
}

/**
 * One step of the market under its law, posted as of `until`, or as of the newest block when that is later. For a chain
 * that mines by itself.
 */
export async function advanceMarket(chain: LocalChain, contracts: MarketContracts, until = 0n): Promise<void> {
  const reading = await readMarket(chain, contracts);
  const time = until > reading.now ? until : reading.now;
  await postStates(chain, contracts, { states: [stateAfter(reading, time)], timestamp: time });
}

/** What to post, and the time of the block that it is posted in, unless that has passed. */
type Posting = { readonly states: readonly TimedState[]; readonly timestamp: bigint };

/** Posts states to all feeds in one block, so that nobody sees the new time with old prices. */
export async function postStates(
  chain: LocalChain,
  contracts: MarketContracts,
  { states, timestamp }: Posting,
): Promise<void> {
  const call = postRounds(contracts, statesAsRounds(states));
  const { timestamp: present } = await chain.read.getBlock();
  if (timestamp > present) await chain.test.setNextBlockTimestamp({ timestamp });
  await sendLive(chain, [call]);
}
