import type { Keeper } from "../run/Keeper";
import { runKeeperStep, type StepReport } from "../run/runKeeperStep";
import { AlertSender, webhookPost } from "./AlertSender";
import type { KeeperLimits } from "./KeeperFacts";
import type { KeeperWatch } from "./KeeperWatch";
import { keeperAlerts } from "./keeperAlerts";
import type { KeeperMetrics } from "./keeperMetrics";
import { startOperationServer } from "./operationServer";
import type { OperationConfig } from "./readOperationConfig";

/** A keeper with what watches it. */
export type WatchedKeeper = {
  readonly keeper: Keeper;
  readonly watch: KeeperWatch;
  readonly metrics: KeeperMetrics;
  readonly limits: KeeperLimits;
};

/** A watched keeper's steps. */
export type KeeperOperation = {
  /** One step, its end told to whoever watches; null where it failed, which is logged. Never rejects. */
  readonly step: () => Promise<StepReport | null>;
  readonly close: () => Promise<void>;
};

/** Starts what a keeper is watched by: the server for health and metrics, and the webhook. */
export async function operateKeeper(watched: WatchedKeeper, config: OperationConfig): Promise<KeeperOperation> {
  const { keeper, watch, limits } = watched;
  const server = config.listening && (await startOperationServer(config.listening, watched));
  if (server !== null) keeper.log("listening", { host: config.listening?.host, port: server.port });
  const sender = config.webhookUrl === null ? null : new AlertSender(webhookPost(config.webhookUrl), keeper.log);
  return {
    step: async () => {
      const report = await stepOf(watched);
      await sender?.look(keeperAlerts(watch.facts, limits, watch.now));
      return report;
    },
    close: async () => server?.close(),
  };
}

async function stepOf({ keeper, watch }: WatchedKeeper): Promise<StepReport | null> {
  try {
    const report = await runKeeperStep(keeper);
    watch.stepDone(report, keeper);
    watch.balancesRead(await readBalances(keeper));
    return report;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
    watch.stepFailed(reason);
    keeper.log("unreachable", { reason });
    return null;
  }
}

async function readBalances({ reader, roller, makers }: Keeper): Promise<ReadonlyMap<`0x${string}`, bigint>> {
  const signers = [...(roller ? [roller] : []), ...makers.map(({ signer }) => signer)];
  const accounts = [...new Set(signers.map(({ account }) => account.address))];
  const balances = await Promise.all(accounts.map((address) => reader.getBalance({ address })));
  return new Map(accounts.map((account, index) => [account, balances[index] ?? 0n]));
}
