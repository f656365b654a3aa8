import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { historyKey } from "./cache/historyKey";
import { cachedHistory, keepHistory } from "./cache/stateCache";
import { type LocalChain, localChain } from "./chain/LocalChain";
import { buildContracts } from "./contracts/artifacts";
import { startControlServer } from "./control/startControlServer";
import { type DevnetDeployment, readDeployment, writeDeployment } from "./DevnetDeployment";
import { type Calendar, historyCalendar } from "./history/calendar";
import { SETTLED_EPOCHS } from "./history/depositorPlan";
import { liveHistory } from "./history/liveHistory";
import { startMarket } from "./market/startMarket";
import { startOptionServer } from "./options/startOptionServer";
import { passTo, resumeClock } from "./prices/passTo";
import { type Anvil, startAnvil } from "./processes/anvil";
import { freePort } from "./processes/freePort";

/** How to start a local chain. */
export type DevnetOptions = {
  /** Port of the RPC node; a free one when not given. */
  readonly port?: number;
  /** Where to write the deployment's file. */
  readonly deploymentPath: string;
  /** Say nothing while starting. */
  readonly quiet?: boolean;
  /** Of a second chain beside the first; its history is the same. */
  readonly chainId?: number;
  /** False: no price and no block comes by itself; every transaction still is mined at once. */
  readonly market?: boolean;
};

/** A local chain at work: contracts, history, markets of coins and options, time machine and faucet. */
export type RunningDevnet = {
  readonly rpcUrl: string;
  readonly controlUrl: string;
  readonly marketUrl: string;
  readonly deployment: DevnetDeployment;
  readonly deploymentPath: string;
  /** Resolves with a sentence if the chain dies before it is stopped. */
  readonly crashed: Promise<string>;
  /** Ends everything that was started, and takes the file away. */
  readonly stop: () => Promise<void>;
};

/** Starts a local chain that has lived until now; quickly when this machine has lived the same history before. */
export async function startDevnet(options: DevnetOptions): Promise<RunningDevnet> {
  const say = options.quiet ? () => {} : (line: string) => console.log(line);
  const port = options.port ?? (await freePort());
  const calendar = historyCalendar(historyMoment(), SETTLED_EPOCHS);
  const { anvil, chain, deployment: lived } = await history({ calendar, port, say, chainId: options.chainId });
  try {
    await arriveAt(chain, { calendar, deployment: lived });
    const draft = { ...lived, chainId: options.chainId ?? lived.chainId, rpcUrl: anvil.rpcUrl };
    const quotes = await startOptionServer(chain, draft);
    const control = await startControlServer({ chain, deployment: draft, setMarketFault: quotes.setFault });
    const deployment = { ...draft, controlUrl: control.url, marketUrl: quotes.url };
    const onFailure = (error: unknown) => say(`The market missed a tick: ${error}`);
    const market =
      options.market === false ? null : startMarket({ chain, deployment, isPaused: control.isJumping, onFailure });
    mkdirSync(dirname(options.deploymentPath), { recursive: true });
    writeDeployment(options.deploymentPath, deployment);
    const stop = async () => {
      removeOwn(options.deploymentPath, anvil.rpcUrl);
      await market?.stop();
      await control.stop();
      await quotes.stop();
      await anvil.stop();
    };
    const { deploymentPath } = options;
    const urls = { rpcUrl: anvil.rpcUrl, controlUrl: control.url, marketUrl: quotes.url };
    return { ...urls, deployment, deploymentPath, crashed: anvil.crashed, stop };
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}

/** When the history ends, in seconds: now, or what BALLAST_HISTORY_UNTIL says, so that chains of one run share one history. */
export function historyMoment(): bigint {
  return BigInt(process.env.BALLAST_HISTORY_UNTIL ?? Math.floor(Date.now() / 1000));
}

type HistoryInput = {
  readonly calendar: Calendar;
  readonly port: number;
  readonly chainId: number | undefined;
  readonly say: (line: string) => void;
};
type Lived = { readonly anvil: Anvil; readonly chain: LocalChain; readonly deployment: DevnetDeployment };

async function history({ calendar, port, chainId, say }: HistoryInput): Promise<Lived> {
  const key = historyKey(calendar);
  const cached = cachedHistory(key);
  if (cached !== null) {
    say("Loading the history that was lived before …");
    const anvil = await startAnvil({ port, chainId, statePath: cached.statePath });
    return { anvil, chain: localChain(anvil.rpcUrl), deployment: cached.deployment };
  }
  say("Compiling the contracts …");
  buildContracts();
  say(`Living through ${SETTLED_EPOCHS} weekly epochs …`);
  const anvil = await startAnvil({ port, chainId, timestamp: calendar.genesis });
  try {
    const chain = localChain(anvil.rpcUrl);
    const deployment = await liveHistory(chain, calendar);
    await keepHistory(chain, key, deployment);
    return { anvil, chain, deployment };
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}

/** Brings a chain whose history is lived to the present, with the prices until now, and lets it mine by itself. */
async function arriveAt(
  chain: LocalChain,
  { calendar, deployment }: { readonly calendar: Calendar; readonly deployment: DevnetDeployment },
): Promise<void> {
  const clock = await resumeClock({ chain, genesis: calendar.genesis, contracts: deployment });
  await passTo(clock, BigInt(Math.floor(Date.now() / 1000)));
  await chain.test.setAutomine(true);
}

function removeOwn(path: string, rpcUrl: string): void {
  try {
    if (readDeployment(path).rpcUrl === rpcUrl) rmSync(path);
  } catch {
    // another devnet or a person has taken the file away: nothing is left to do
  }
}
