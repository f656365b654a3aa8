import { createPublicClient, createWalletClient } from "viem";
import { chainTransport } from "@/lib/chain/createChainClient";
import { viemChain } from "@/lib/chain/viemChain";
import { surfaceMarket } from "./chain/surfaceMarket";
import { DEFAULT_CURATOR_POLICY, DEFAULT_SENDING, MAKER_PROFILES } from "./defaults";
import { KeeperError } from "./KeeperError";
import { KeeperWatch } from "./operation/KeeperWatch";
import { keeperMetrics } from "./operation/keeperMetrics";
import { type KeeperOperation, operateKeeper, type WatchedKeeper } from "./operation/operateKeeper";
import type { KeeperConfig } from "./readKeeperConfig";
import type { Keeper } from "./run/Keeper";
import type { KeeperLog } from "./run/KeeperLog";

/** A keeper under way. */
export type RunningKeeper = {
  /** Ends it after the step it is in. */
  readonly stop: () => Promise<void>;
};

/** Checks that the configured chain answers and is the one meant, then steps at the configured interval until stopped. */
export async function startKeeper(config: KeeperConfig, log: KeeperLog): Promise<RunningKeeper> {
  const watched = watchedKeeper(config, log);
  const { keeper } = watched;
  await checkChain(keeper, config);
  const operation = await operateKeeper(watched, config.operation);
  keeper.log("started", {
    chainId: config.deployment.chainId,
    vaults: keeper.targets.vaults.length,
    roller: config.roller?.address ?? null,
    makers: config.makers.map(({ address }) => address),
    marketUrl: config.marketUrl,
    intervalSeconds: config.intervalSeconds,
  });
  const loop = keepStepping(operation, { log: keeper.log, pauseMilliseconds: config.intervalSeconds * MS });
  return {
    stop: async () => {
      await loop.stop();
      await operation.close();
      keeper.log("stopped", {});
    },
  };
}

type Pace = { readonly log: KeeperLog; readonly pauseMilliseconds: number };

/** Step, pause, step; what is waited for is logged when it changes. */
function keepStepping(operation: KeeperOperation, { log, pauseMilliseconds }: Pace): RunningKeeper {
  let isStopping = false;
  let wake = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMilliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  async function loop(): Promise<void> {
    let waitingFor = "";
    while (!isStopping) {
      const waits = (await operation.step())?.waits;
      const now = JSON.stringify(waits?.map(({ vault, reason, until }) => [vault, reason, String(until)]));
      if (waits !== undefined && now !== waitingFor) {
        for (const wait of waits) log("waiting", wait);
        waitingFor = now;
      }
      if (!isStopping) await pause();
    }
  }
  const ended = loop();
  return {
    stop: async () => {
      isStopping = true;
      wake();
      await ended;
    },
  };
}

const MS = 1_000;
/** Three intervals and the patience of a transaction, and no less than two minutes. */
const STALE_INTERVALS = 3;
const LEAST_STALE_MS = 120_000;
const STILL_MS = 300_000;

function watchedKeeper(config: KeeperConfig, log: KeeperLog): WatchedKeeper {
  const { clock, patience } = DEFAULT_SENDING;
  const watch = new KeeperWatch(clock);
  const limits = {
    staleAfter: Math.max(LEAST_STALE_MS, STALE_INTERVALS * config.intervalSeconds * MS + patience),
    stillAfter: STILL_MS,
    lowBalance: config.operation.lowBalance,
  };
  const metrics = keeperMetrics(watch, limits);
  return { keeper: createKeeper(config, metrics.listening(watch.listening(log))), watch, metrics, limits };
}

function createKeeper({ deployment, marketUrl, roller, makers, operation }: KeeperConfig, log: KeeperLog): Keeper {
  const chain = viemChain(deployment);
  const transport = chainTransport(deployment.rpcUrls);
  const { settlementOracle, quoteBook } = deployment.addresses;
  return {
    reader: createPublicClient({ chain, transport, cacheTime: 0 }),
    targets: {
      oracle: settlementOracle,
      quoteBook,
      vaults: deployment.vaults.map(({ address }) => address),
      startBlock: BigInt(deployment.startBlock),
    },
    optionMarket: marketUrl === null ? null : surfaceMarket({ deployment, source: { baseUrl: marketUrl, fetch }, log }),
    roller: roller && createWalletClient({ chain, transport, account: roller }),
    makers: makers.flatMap((account, index) => {
      const profile = MAKER_PROFILES[index % MAKER_PROFILES.length];
      if (profile === undefined) return [];
      return [{ profile, signer: createWalletClient({ chain, transport, account }) }];
    }),
    policy: DEFAULT_CURATOR_POLICY,
    log,
    inFlight: new Map(),
    foreignSince: new Map(),
    sending: { ...DEFAULT_SENDING, mostPerGas: operation.mostPerGas },
  };
}

async function checkChain({ reader, targets }: Keeper, { deployment }: KeeperConfig): Promise<void> {
  const chainId = await reader.getChainId().catch((cause: unknown) => {
    throw new KeeperError(`No chain answers at ${deployment.rpcUrls.join(", ")}.`, { cause });
  });
  if (chainId !== deployment.chainId) {
    throw new KeeperError(`The node is of chain ${chainId}, the deployment of chain ${deployment.chainId}.`);
  }
  const code = await reader.getCode({ address: targets.oracle });
  if (code === undefined) {
    throw new KeeperError(`There is no contract at ${targets.oracle}: the deployment's file belongs to another chain.`);
  }
}
