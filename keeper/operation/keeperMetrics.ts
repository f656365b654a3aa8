import { Counter, Gauge, Registry } from "prom-client";
import type { KeeperEvent, KeeperLog } from "../run/KeeperLog";
import type { KeeperLimits } from "./KeeperFacts";
import type { KeeperWatch } from "./KeeperWatch";
import { keeperAlerts } from "./keeperAlerts";
import { keeperHealth } from "./keeperHealth";

/** Figures in Prometheus' text format, and the log that they are counted from. */
export type KeeperMetrics = {
  readonly listening: (log: KeeperLog) => KeeperLog;
  readonly contentType: string;
  readonly text: () => Promise<string>;
};

const COUNTED: ReadonlySet<KeeperEvent> = new Set(["sent", "mined", "raised", "lost", "reverted", "unreachable"]);
const MS = 1_000;
const WEI_PER_COIN = 1e18;

/** Counts a keeper's events; everything else is read from the watch when it is asked for. */
export function keeperMetrics(watch: KeeperWatch, limits: KeeperLimits): KeeperMetrics {
  const registry = new Registry();
  const registers = [registry];
  const events = new Counter({
    name: "ballast_keeper_events_total",
    help: "What happened to transactions and steps, by event and kind of action.",
    labelNames: ["event", "kind"],
    registers,
  });
  const gas = new Counter({
    name: "ballast_keeper_gas_used_total",
    help: "Gas of mined transactions, by kind of action.",
    labelNames: ["kind"],
    registers,
  });
  addGauges(registry, watch, limits);
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    listening: (log) => (event, fields) => {
      const kind = typeof fields.kind === "string" ? fields.kind : "none";
      if (COUNTED.has(event)) events.inc({ event, kind });
      if (typeof fields.gas === "bigint") gas.inc({ kind }, Number(fields.gas));
      log(event, fields);
    },
  };
}

function addGauges(registry: Registry, watch: KeeperWatch, limits: KeeperLimits): void {
  const registers = [registry];
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name: `ballast_keeper_${name}`,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  const now = () => watch.now;
  gauge("healthy", "1 while steps come to their end and blocks arrive.", () =>
    keeperHealth(watch.facts, limits, now()).isHealthy ? 1 : 0,
  );
  gauge("step_age_seconds", "Since the last step that came to its end, or the start.", () => {
    return (now() - (watch.facts.lastStepAt ?? watch.facts.startedAt)) / MS;
  });
  gauge("block_number", "The newest block that was read.", () => Number(watch.facts.block?.number ?? 0n));
  gauge("block_timestamp_seconds", "Its time by the chain.", () => Number(watch.facts.block?.time ?? 0n));
  gauge("transactions_under_way", "Sent and not yet seen mined.", () => watch.facts.underWay.length);
  gauge("alerts_firing", "What a person should look at now.", () => keeperAlerts(watch.facts, limits, now()).length);
  new Gauge({
    name: "ballast_keeper_balance_coins",
    help: "The chain's own coin on each signing account.",
    labelNames: ["account"],
    registers,
    collect() {
      for (const [account, wei] of watch.facts.balances) this.set({ account }, Number(wei) / WEI_PER_COIN);
    },
  });
}
