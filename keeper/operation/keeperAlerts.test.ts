import { describe, expect, it } from "vitest";
import type { KeeperFacts, KeeperLimits } from "./KeeperFacts";
import { keeperAlerts } from "./keeperAlerts";
import { keeperHealth } from "./keeperHealth";

const limits: KeeperLimits = { staleAfter: 120_000, stillAfter: 300_000, lowBalance: 10n ** 16n };
const VAULT = `0x${"a".repeat(40)}` as const;
const well: KeeperFacts = {
  startedAt: 0,
  lastStepAt: 1_000,
  failedSteps: 0,
  lastFailure: null,
  block: { number: 7n, time: 1_700_000_000n, seenAt: 1_000 },
  waits: [],
  unsettled: [],
  underWay: [],
  lastRevert: null,
  balances: new Map([[VAULT, 10n ** 18n]]),
};
const keysOf = (change: Partial<KeeperFacts>, now = 2_000) =>
  keeperAlerts({ ...well, ...change }, limits, now).map(({ key }) => key);

describe("keeperHealth", () => {
  it("default: steps and blocks arrive", () => {
    expect(keeperHealth(well, limits, 121_000)).toEqual({ isHealthy: true, faults: [] });
  });

  it("behavior: a keeper that has not finished a step yet is given the same time", () => {
    const starting = { ...well, lastStepAt: null, block: null };
    expect(keeperHealth(starting, limits, 120_000).isHealthy).toBe(true);
    expect(keeperHealth(starting, limits, 120_001).isHealthy).toBe(false);
  });

  it("error: without a step, or without a block, the sentence says for how long", () => {
    expect(keeperHealth({ ...well, lastFailure: "no answer" }, limits, 122_500).faults).toEqual([
      "No step has come to its end for 121 s. The last failure said: no answer",
    ]);
    const still = { ...well, lastStepAt: 400_000 };
    expect(keeperHealth(still, limits, 401_000).faults).toEqual(["The newest block is still 7, for 400 s."]);
  });
});

describe("keeperAlerts", () => {
  it("default: none while all is well", () => {
    expect(keysOf({})).toEqual([]);
  });

  it.each<readonly [string, Partial<KeeperFacts>, Partial<KeeperFacts>]>([
    ["unreachable", { failedSteps: 3 }, { failedSteps: 2 }],
    ["stuck:settle", { underWay: [way(-598_001)] }, { underWay: [way(-598_000)] }],
    ["reverted", { lastRevert: { at: 1_500, text: "settle" } }, { lastRevert: { at: -600_000, text: "settle" } }],
    [
      `lowBalance:${VAULT}`,
      { balances: new Map([[VAULT, 10n ** 16n - 1n]]) },
      { balances: new Map([[VAULT, 10n ** 16n]]) },
    ],
  ])("behavior: %s, and not a step before", (key, wrong, right) => {
    expect(keysOf(wrong)).toEqual([key]);
    expect(keysOf(right)).toEqual([]);
  });

  it("behavior: an epoch that expired an hour ago and is not settled, whatever keeps it", () => {
    const expired = (ago: bigint) => ({ unsettled: [{ vault: VAULT, expiry: 1_700_000_000n - ago }] });
    expect(keysOf(expired(3_601n))).toEqual([`unsettled:${VAULT}`]);
    expect(keysOf(expired(3_600n))).toEqual([]);
  });
});

function way(since: number) {
  return { key: "settle", hash: "0x1", since, raises: 0 };
}
