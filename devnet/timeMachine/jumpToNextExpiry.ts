import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import { runUntilIdle } from "@/keeper/run/runKeeperStep";
import type { Address } from "@/lib/vault/Token";
import { chainTime, type LocalChain, localChain } from "../chain/LocalChain";
import type { DevnetDeployment } from "../DevnetDeployment";
import { DevnetError } from "../DevnetError";
import { localKeeper } from "../history/localKeeper";
import { advanceMarket, postStates, readMarket } from "../prices/liveMarket";
import { statesUntil } from "../prices/stateAfter";

/** Which chain, and what stands on it. */
export type JumpInput = { readonly rpcUrl: string; readonly deployment: DevnetDeployment };

/** Where a jump began and ended (unix seconds), and what happened to the vaults on the way. */
export type Jump = {
  readonly from: number;
  readonly to: number;
  readonly settledEpochs: readonly { readonly vault: Address; readonly epoch: number }[];
  readonly openedEpochs: readonly { readonly vault: Address; readonly epoch: number; readonly expiry: number }[];
};

type LocalKeeper = ReturnType<typeof localKeeper>;

const SELLING = 1;
const LIVE = 2;

/**
 * Moves a local chain that mines by itself to the next expiry: the feeds get the rounds of the time between, the keeper
 * settles every vault, opens the next epochs, and after their sale clears them, so that vaults are live again and what
 * was pending can be claimed.
 */
export async function jumpToNextExpiry({ rpcUrl, deployment }: JumpInput): Promise<Jump> {
  const chain = localChain(rpcUrl);
  const keeper = localKeeper(chain, deployment, { roller: "curator" });
  const from = await chainTime(chain);
  await runUntilIdle(keeper);
  await passSale(chain, deployment, keeper);
  const before = await readEpochs(chain, deployment);
  const expiries = before.filter(({ phase }) => phase === LIVE).map(({ expiry }) => expiry);
  const [expiry] = expiries.sort((a, b) => Number(a - b));
  if (expiry === undefined)
    throw new DevnetError("No epoch is live and none could be opened: there is no expiry to jump to.");
  await passExpiry(chain, deployment, expiry);
  await untilLive(chain, deployment, keeper);
  const after = await readEpochs(chain, deployment);
  const rolled = after.filter((epoch, index) => epoch.number > (before[index]?.number ?? 0n));
  return {
    from: Number(from),
    to: Number(await chainTime(chain)),
    settledEpochs: before
      .filter(({ vault }) => rolled.some((epoch) => epoch.vault === vault))
      .map(({ vault, number }) => ({ vault, epoch: Number(number) })),
    openedEpochs: rolled.map(({ vault, number, expiry: next }) => ({
      vault,
      epoch: Number(number),
      expiry: Number(next),
    })),
  };
}

const MOST_ATTEMPTS = 12;
const BETWEEN_ATTEMPTS_MS = 250;

/**
 * Settles, opens and clears until every vault is live again. A keeper that runs beside this one may win a step, and then
 * nothing of ours is mined in that round: so the vaults decide when it is over, not the rounds.
 */
async function untilLive(chain: LocalChain, deployment: DevnetDeployment, keeper: LocalKeeper): Promise<void> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    await runUntilIdle(keeper);
    await passSale(chain, deployment, keeper);
    const epochs = await readEpochs(chain, deployment);
    if (epochs.every(({ phase }) => phase === LIVE)) return;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_ATTEMPTS_MS));
  }
}

/** When vaults are selling: on to the end of the last sale, a fresh price, and the keeper clears. */
async function passSale(chain: LocalChain, deployment: DevnetDeployment, keeper: LocalKeeper): Promise<void> {
  const selling = (await readEpochs(chain, deployment)).filter(({ phase }) => phase === SELLING);
  const [end] = selling.map(({ saleEnd }) => saleEnd).sort((a, b) => Number(b - a));
  if (end === undefined) return;
  await advanceMarket(chain, deployment, end + 1n);
  await runUntilIdle(keeper);
}

/** To a minute after the expiry, with the hourly rounds until then and one that proves the price of the expiry. */
async function passExpiry(chain: LocalChain, deployment: DevnetDeployment, expiry: bigint): Promise<void> {
  const states = statesUntil(await readMarket(chain, deployment), expiry);
  if (states.length > 0) await postStates(chain, deployment, { states, timestamp: expiry + 60n });
}

async function readEpochs(chain: LocalChain, deployment: DevnetDeployment) {
  const epochs = await chain.read.multicall({
    allowFailure: false,
    contracts: deployment.vaults.map(
      ({ address }) => ({ address, abi: strategyVaultAbi, functionName: "epoch" }) as const,
    ),
  });
  return epochs.map(({ number, phase, saleEnd, expiry }, index) => {
    const vault = deployment.vaults[index]?.address;
    if (vault === undefined) throw new DevnetError("The chain answered for a vault that was not asked.");
    return { vault, number, phase, saleEnd, expiry };
  });
}
