import { describe, expect, it } from "vitest";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { WAD, wad } from "@/lib/units/Wad";
import type { Act } from "./activityFixture";
import { RISING, resultOf } from "./resultFixture";

const USDC = 1_000_000n;
const execute = (price: bigint): Act => ({ kind: "execute", price, others: 0n, room: 10n ** 30n });
describe("cost basis", () => {
  it("default: two deposits at two prices average, and half of the shares takes half of the cost", () => {
    const { basis, result } = resultOf([
      { kind: "deposit", amount: 100n * USDC },
      execute(WAD),
      { kind: "deposit", amount: 300n * USDC },
      execute(2n * WAD - 1n),
      { kind: "claimShares", perMille: 1000n },
      { kind: "withdraw", amount: 125n * WAD },
      execute(4n * WAD),
      { kind: "claimAssets", perMille: 1000n },
    ]);
    expect(basis.shareCost).toEqual({ assets: wad((16n * WAD) / 10n), usd: 1.6 });
    expect(basis).toMatchObject({ inAssets: 400n * USDC, outAssets: 500n * USDC, costAssets: 200n * USDC });
    expect(basis.realisedAssets).toBe(300n * USDC);
    expect(result).toMatchObject({ unrealisedAssets: 300n * USDC, resultAssets: 600n * USDC, resultUsd: 600 });
  });

  it("behavior: in dollars each flow counts at its own day's price", () => {
    const { basis, result } = resultOf([{ kind: "deposit", amount: 10n * USDC }, execute(WAD)], RISING);
    expect(basis.flows).toMatchObject([{ kind: "deposit", isIn: true, assetUsd: 10, usd: 100 }]);
    expect(basis.costUsd).toBe(100);
    expect(result).toMatchObject({ valueUsd: 120, resultAssets: 0n, resultUsd: 20 });
  });

  it("behavior: neither a transfer nor a cancelled deposit is a profit", () => {
    const transfers = resultOf([
      execute(3n * WAD),
      { kind: "receive", amount: 10n * WAD },
      { kind: "send", amount: 4n * WAD },
    ]);
    expect(transfers.basis.flows.map(({ assets, sharePrice }) => [assets, sharePrice])).toEqual([
      [30n * USDC, 3n * WAD],
      [12n * USDC, 3n * WAD],
    ]);
    expect(transfers.result).toMatchObject({ resultAssets: 0n, resultUsd: 0 });
    expect(transfers.basis.shareCost?.assets).toBe(3n * WAD);
    const back = resultOf([{ kind: "deposit", amount: 9n * USDC }, { kind: "cancelDeposit" }, { kind: "takeAssets" }]);
    expect(back.basis).toMatchObject({ realisedAssets: 0n, costAssets: 0n, shareCost: null });
    expect(back.result.resultAssets).toBe(0n);
  });

  it("behavior: what was sent away keeps what it had made until then", () => {
    const { basis, result } = resultOf([
      { kind: "receive", amount: 10n * WAD },
      execute(2n * WAD),
      { kind: "send", amount: 10n * WAD },
      execute(9n * WAD),
    ]);
    expect(basis.realisedAssets).toBe(10n * USDC);
    expect(result).toMatchObject({ valueAssets: 0n, unrealisedAssets: 0n, resultAssets: 10n * USDC });
  });

  it("error: a time without a price leaves the dollars unknown and the asset as it is", () => {
    const { basis, result } = resultOf([{ kind: "deposit", amount: 10n * USDC }], {
      assetDecimals: 6,
      usdAt: () => Number.NaN,
    });
    expect(basis.inUsd).toBeNaN();
    expect(result.resultUsd).toBeNaN();
    expect(result.resultAssets).toBe(0n);
  });

  it("behavior: cost follows what is there: shares and assets that are gone have none left", () => {
    const { basis } = resultOf([
      { kind: "deposit", amount: 7n },
      execute(3n * WAD),
      { kind: "claimShares", perMille: 1000n },
      { kind: "withdraw", amount: shares(10n ** 30n) },
      execute(WAD),
      { kind: "claimAssets", perMille: 500n },
      { kind: "claimAssets", perMille: 1000n },
    ]);
    expect(basis.costAssets).toBe(tokenAmount(0n));
    expect(basis.shareCost).toBeNull();
  });
});
