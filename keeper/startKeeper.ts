import { createPublicClient, createWalletClient } from "viem";
import { chainTransport } from "@/lib/chain/createChainClient";
import { viemChain } from "@/lib/chain/viemChain";
import { surfaceMarket } from "./chain/surfaceMarket";
import { DEFAULT_CURATOR_POLICY, MAKER_PROFILES } from "./defaults";
import { KeeperError } from "./KeeperError";
import type { KeeperConfig } from "./readKeeperConfig";
import type { Keeper } from "./run/Keeper";
import type { KeeperLog } from "./run/KeeperLog";
import { runKeeperStep } from "./run/runKeeperStep";

/** A keeper under way. */
export type RunningKeeper = {
  /** Ends it after the step it is in. */
  readonly stop: () => Promise<void>;
};

/** Checks that the configured chain answers and is the one meant, then steps at the configured interval until stopped. */
export async function startKeeper(config: KeeperConfig, log: KeeperLog): Promise<RunningKeeper> {
  const keeper = createKeeper(config, log);
  await checkChain(keeper, config);
  log("started", {
    chainId: config.deployment.chainId,
    vaults: keeper.targets.vaults.length,
    roller: config.roller?.address ?? null,
    makers: config.makers.map(({ address }) => address),
    marketUrl: config.marketUrl,
    intervalSeconds: config.intervalSeconds,
  });
  let isStopping = false;
  let wake = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, config.intervalSeconds * 1_000);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  async function loop(): Promise<void> {
    let waitingFor = "";
    while (!isStopping) {
      try {
        const { waits } = await runKeeperStep(keeper);
        const now = JSON.stringify(waits.map(({ vault, reason, until }) => [vault, reason, String(until)]));
        if (now !== waitingFor) for (const wait of waits) log("waiting", wait);
        waitingFor = now;
      } catch (error) {
        log("unreachable", { reason: error instanceof Error ? error.message.split("\n", 1)[0] : String(error) });
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
      log("stopped", {});
    },
  };
}

function createKeeper({ deployment, marketUrl, roller, makers }: KeeperConfig, log: KeeperLog): Keeper {
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
