import { randomStream } from "@/lib/math/randomStream";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import { chainTime, type LocalChain } from "../chain/LocalChain";
import { sendLive } from "../chain/sendLive";
import { mineBlock } from "../chain/sendStep";
import type { DevnetDeployment } from "../DevnetDeployment";
import { devFeedAbi } from "../prices/devFeedAbi";
import { ETHER_MODEL, toAnswer } from "../prices/etherHistory";
import { postRounds } from "../prices/postRounds";

/** A market under way. */
export type Market = { readonly stop: () => Promise<void> };

/** Where the market trades, and who may ask it to stand still. */
export type MarketOptions = {
  readonly chain: LocalChain;
  readonly deployment: DevnetDeployment;
  /** While true, neither prices nor blocks come from here. */
  readonly isPaused: () => boolean;
  /** Told of a tick that failed; the next tick tries again. */
  readonly onFailure: (error: unknown) => void;
};

const TICK_MS = 2_000;
/** A price every third tick: six seconds. */
const TICKS_A_PRICE = 3;
/** A move spans the time between two prices: makers read the realised volatility from these very rounds. */
const SECONDS_A_MOVE = (TICKS_A_PRICE * TICK_MS) / 1_000;
const SEED = 77;

/** Posts a new price every six seconds and sees to it that a block comes every two. */
export function startMarket({ chain, deployment, isPaused, onFailure }: MarketOptions): Market {
  const stream = randomStream({ seed: SEED });
  const deviation = ETHER_MODEL.volatility * Math.sqrt(SECONDS_A_MOVE / SECONDS_PER_YEAR);
  let ticks = 0;
  let working: Promise<void> = Promise.resolve();
  async function tick(): Promise<void> {
    ticks += 1;
    if (ticks % TICKS_A_PRICE === 0) await postPrice(chain, deployment, Math.exp(deviation * stream.normal()));
    else await mineBlock(chain);
  }
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy || isPaused()) return;
    isBusy = true;
    working = tick()
      .catch(onFailure)
      .finally(() => {
        isBusy = false;
      });
  }, TICK_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return working;
    },
  };
}

/** One round on both feeds, at the last one's price times `factor`, as of the newest block. */
export async function postPrice(chain: LocalChain, deployment: DevnetDeployment, factor: number): Promise<void> {
  const updatedAt = await chainTime(chain);
  for (const { feed, secondFeed } of deployment.feeds) {
    const latest = await chain.read.readContract({ address: feed, abi: devFeedAbi, functionName: "latestRoundData" });
    const round = { answer: toAnswer((Number(latest[1]) / 1e8) * factor), updatedAt };
    await sendLive(chain, [...postRounds(feed, [round]), ...postRounds(secondFeed, [round])]);
  }
}
