import type { LocalChain } from "../chain/LocalChain";
import { mineBlock } from "../chain/sendStep";
import type { DevnetDeployment } from "../DevnetDeployment";
import { advanceMarket } from "../prices/liveMarket";

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

/** Posts new prices of both coins every six seconds and sees to it that a block comes every two. */
export function startMarket({ chain, deployment, isPaused, onFailure }: MarketOptions): Market {
  let ticks = 0;
  let working: Promise<void> = Promise.resolve();
  async function tick(): Promise<void> {
    ticks += 1;
    if (ticks % TICKS_A_PRICE === 0) await advanceMarket(chain, deployment);
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
