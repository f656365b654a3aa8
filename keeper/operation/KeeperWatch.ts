import type { Address } from "@/lib/vault/Token";
import type { Keeper } from "../run/Keeper";
import type { KeeperLog } from "../run/KeeperLog";
import type { StepReport } from "../run/runKeeperStep";
import type { KeeperFacts } from "./KeeperFacts";

/** Collects what a keeper does into facts: its log is listened to, each step's end told. */
export class KeeperWatch {
  readonly #clock: () => number;
  #facts: KeeperFacts;

  constructor(clock: () => number) {
    this.#clock = clock;
    this.#facts = {
      startedAt: clock(),
      lastStepAt: null,
      failedSteps: 0,
      lastFailure: null,
      block: null,
      waits: [],
      unsettled: [],
      underWay: [],
      lastRevert: null,
      balances: new Map(),
    };
  }

  get facts(): KeeperFacts {
    return this.#facts;
  }

  get now(): number {
    return this.#clock();
  }

  /** Everything goes on to `log`; reverts are kept. */
  listening(log: KeeperLog): KeeperLog {
    return (event, fields) => {
      if (event === "reverted") {
        const text = `${String(fields.kind)} for ${String(fields.vault)}, ${String(fields.hash)}`;
        this.#facts = { ...this.#facts, lastRevert: { at: this.#clock(), text } };
      }
      log(event, fields);
    };
  }

  stepDone(report: StepReport, { inFlight }: Pick<Keeper, "inFlight">): void {
    const now = this.#clock();
    const { block, waits } = this.#facts;
    this.#facts = {
      ...this.#facts,
      lastStepAt: now,
      failedSteps: 0,
      block:
        block?.number === report.blockNumber
          ? block
          : { number: report.blockNumber, time: report.blockTime, seenAt: now },
      waits: report.waits.map(({ vault, reason }) => ({
        vault,
        reason,
        since: waits.find((wait) => wait.vault === vault && wait.reason === reason)?.since ?? now,
      })),
      unsettled: report.unsettled,
      underWay: [...inFlight].map(([key, { hashes, firstSentAt }]) => ({
        key,
        hash: hashes.at(-1) ?? "",
        since: firstSentAt,
        raises: hashes.length - 1,
      })),
    };
  }

  stepFailed(sentence: string): void {
    this.#facts = { ...this.#facts, failedSteps: this.#facts.failedSteps + 1, lastFailure: sentence };
  }

  balancesRead(balances: ReadonlyMap<Address, bigint>): void {
    this.#facts = { ...this.#facts, balances };
  }
}
