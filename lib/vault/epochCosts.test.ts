import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bps } from "@/lib/units/Bps";
import { WAD, wad } from "@/lib/units/Wad";
import { type EpochCostsInput, epochCosts } from "./epochCosts";
import { livedHistory } from "./historyFixture";
import { MEASURED_CALLS, requestGas } from "./requestGas";

const input: EpochCostsInput = {
  assets: 10_000,
  assetUsd: 1,
  premium: 0.01,
  epochSeconds: 604_800,
  managementFee: bps(100n),
  performanceFee: bps(1_000n),
  sharePrice: WAD,
  highWaterMark: WAD,
  steps: [
    { name: "deposit", gas: 200_000 },
    { name: "claimShares", gas: 100_000 },
  ],
  gas: { weiPerGas: 10n ** 10n, coinUsd: 3_000 },
};

describe("costs of an epoch", () => {
  test("default: fees, network and break-even of 10,000 dollars", () => {
    const costs = epochCosts(input);
    const management = 10_100 * 0.01 * (7 / 365);
    expect(costs.premiumUsd).toBeCloseTo(100, 9);
    expect(costs.managementUsd).toBeCloseTo(management, 9);
    expect(costs.performanceUsd).toBeCloseTo((100 - management) * 0.1, 9);
    // 300,000 gas at 10 gwei and 3,000 dollars
    expect(costs.network?.usd).toBeCloseTo(9, 9);
    expect(costs.network?.steps.map(({ usd }) => usd)).toEqual([expect.closeTo(6, 9), expect.closeTo(3, 9)]);
    expect(costs.network?.breakEvenEpochs).toBe(1);
    expect(costs.network?.isAbovePremium).toBe(false);
    expect(costs.network?.smallest?.usd).toBeCloseTo((9 * 10_000) / (costs.netPremiumUsd ?? Number.NaN), 6);
  });

  test("behavior: the fees are what the contract takes in an epoch without a payout", () => {
    const [epoch] = livedHistory([{ premium: 10_000, payout: 0 }], { managementBps: 100n, performanceBps: 1_000n });
    const { managementUsd, performanceUsd } = epochCosts({ ...input, assets: 1_000_000 });
    expect(managementUsd).toBeCloseTo(Number(epoch?.managementFee) / 1e6, 5);
    expect(performanceUsd).toBeCloseTo(Number(epoch?.performanceFee) / 1e6, 5);
  });

  test("behavior: no performance fee below the high-water mark", () => {
    const costs = epochCosts({ ...input, highWaterMark: wad((WAD * 102n) / 100n) });
    expect(costs.performanceUsd).toBe(0);
  });

  test("behavior: a small deposit is warned and told how many epochs it takes", () => {
    const costs = epochCosts({ ...input, assets: 500 });
    expect(costs.network?.isAbovePremium).toBe(true);
    expect(costs.network?.breakEvenEpochs).toBe(3);
  });

  test("behavior: at the smallest sensible deposit one epoch pays exactly the network fees", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.1, noNaN: true }),
        fc.double({ min: 1, max: 5_000, noNaN: true }),
        fc.bigInt({ min: 10n ** 7n, max: 10n ** 12n }),
        (premium, assetUsd, weiPerGas) => {
          const gas = { weiPerGas, coinUsd: 3_000 };
          const smallest = epochCosts({ ...input, premium, assetUsd, gas }).network?.smallest;
          if (!smallest) throw new TypeError("a premium above its fees pays at some size");
          const there = epochCosts({ ...input, premium, assetUsd, gas, assets: smallest.assets });
          expect((there.netPremiumUsd ?? 0) / (there.network?.usd ?? 0)).toBeCloseTo(1, 9);
          expect(smallest.usd).toBeCloseTo(smallest.assets * assetUsd, 6);
        },
      ),
    );
  });

  test("behavior: without a price of gas the fees are told all the same", () => {
    const costs = epochCosts({ ...input, gas: null });
    expect(costs).toEqual({ ...epochCosts(input), network: null });
    expect(costs.managementUsd).toBeGreaterThan(0);
  });

  test("error: no premium, or one that the fees eat, never breaks even", () => {
    for (const premium of [null, 0, -0.02]) {
      const costs = epochCosts({ ...input, premium });
      expect(costs.network?.breakEvenEpochs).toBeNull();
      expect(costs.network?.smallest).toBeNull();
    }
  });
});

describe("gas of a depositor's way", () => {
  test.each(Object.entries(MEASURED_CALLS))("default: %s is what the contracts' tests measured", (_, call) => {
    const text = readFileSync(`${process.cwd()}/contracts/snapshots/${call.snapshot}.json`, "utf8");
    expect(String(call.gas)).toBe((JSON.parse(text) as Record<string, string>)[call.measured]);
  });

  test("behavior: four transactions, each with what every transaction costs", () => {
    const steps = requestGas("permit");
    expect(steps.map(({ gas }) => gas)).toEqual([253_010, 82_621, 131_413, 73_457]);
    expect(requestGas("coin")[0]?.gas).toBe(206_384);
  });
});
