import { describe, expect, test } from "vitest";
import { bps } from "@/lib/units/Bps";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { WAD } from "@/lib/units/Wad";
import { fillOf, NO_MARKET, NOW, OPENED, pastEpoch, putEpoch, putVault, WETH } from "@/lib/vault/vaultFixture";
import { computeVaultFigures } from "./computeVaultFigures";
import { epochSteps } from "./epochSteps";
import { historyRows } from "./historyRows";
import { filteredVaults, NO_FILTER } from "./listFilter";
import { outlooks } from "./outlook";
import { performance } from "./performance";
import { profitSoFar } from "./profitAt";

const MOMENT = { now: NOW, market: NO_MARKET };

const WHOLE = 10n ** 18n;
const prices = [WHOLE, (WHOLE * 102n) / 100n, (WHOLE * 99n) / 100n, WHOLE];
const pastEpochs = prices.map((price, index) =>
  pastEpoch(index + 8, price, { payout: tokenAmount(index === 2 ? 40_000n : 0n) }),
);
const fills = [fillOf()];
const figures = computeVaultFigures(putVault(), { pastEpochs, fills }, MOMENT);

describe("history", () => {
  test("default: newest first, the open epoch on top, losses negative", () => {
    const rows = historyRows(figures, pastEpochs);
    expect(rows.map(({ number }) => number)).toEqual([12, 11, 10, 9, 8]);
    expect(rows[0]).toMatchObject({ isOpen: true, end: "open", payout: "so far", strikes: "3,100" });
    expect(rows[2]).toMatchObject({
      premium: "+1.00%",
      payout: "−4.00%",
      start: "$3,000",
      end: "$3,300",
      move: "+10.0%",
    });
    expect(rows[2]?.net).toBeCloseTo(99 / 102 - 1, 12);
    // the price before the oldest epoch is not known
    expect(rows[4]?.net).toBeNull();
  });

  test("behavior: at rest there is no open row, and an unsold epoch has no price", () => {
    const idle = computeVaultFigures(putVault({ epoch: putEpoch({ phase: "idle" }) }), { pastEpochs, fills }, MOMENT);
    const rows = historyRows(idle, [pastEpoch(1, WHOLE, { settlementPrice: null, premium: 0n })]);
    expect(rows).toMatchObject([{ number: 1, end: "unsold", move: "–", net: 0 }]);
  });
});

describe("performance", () => {
  test("default: both lines start at 100 and end now", () => {
    const told = performance(figures, "usd");
    expect(told?.points[0]).toMatchObject({ vault: 100, holding: 100 });
    expect(told?.points).toHaveLength(1 + 3 + 1);
    const last = told?.points.at(-1);
    expect(last?.date).toBe("now");
    expect(last?.holding).toBeCloseTo((100 * 3450) / 3000, 9);
    expect(last?.vault).toBeCloseTo(100 * (1 + (profitSoFar(figures) ?? Number.NaN)), 9);
    expect(told?.points.filter(({ loss }) => loss).map(({ loss }) => loss)).toEqual(["−2.9%"]);
  });

  test("behavior: a loss is the token's own, so it says which where the line is in another unit", () => {
    const losses = (unit: "usd" | "coin") => performance(figures, unit)?.points.flatMap(({ loss }) => loss ?? []);
    expect([losses("usd"), losses("coin")]).toEqual([["−2.9%"], ["−2.9% USDC"]]);
  });

  test("behavior: a vault in the coin is told in dollars too", () => {
    const inCoin = computeVaultFigures(putVault({ asset: WETH }), { pastEpochs, fills: [] }, MOMENT);
    expect(performance(inCoin, "usd")?.points[1]?.vault).toBeCloseTo(((100 * 3300) / 3000) * 1.02, 9);
  });

  test("behavior: an epoch that sold nothing ends at the next opening's price, and without one it is a gap, no still price", () => {
    const unsold = pastEpochs.map((epoch) => (epoch.number < 10 ? epoch : { ...epoch, settlementPrice: null }));
    const holdings = (asset = putVault().asset) =>
      performance(computeVaultFigures(putVault({ asset }), { pastEpochs: unsold, fills }, MOMENT), "usd");
    const [, , ended, gap, now] = holdings()?.points ?? [];
    expect([ended?.holding, gap?.holding]).toEqual([100, null]);
    expect(gap?.vault).toBeCloseTo(100, 9);
    expect(now?.holding).toBeCloseTo((100 * 3450) / 3000, 9);
    expect(holdings(WETH)?.points[3]?.vault).toBeNull();
  });

  test("behavior: in coins a holder keeps what there was, and the losing epochs stay marked", () => {
    const inUsd = performance(figures, "usd");
    const inCoins = performance(figures, "coin");
    expect(inCoins?.unitName).toBe("ETH");
    expect(inCoins?.points.map(({ holding }) => holding)).toEqual([100, 100, 100, 100, 100]);
    const marked = (told: typeof inUsd) => told?.points.map(({ loss }) => loss !== undefined);
    expect(marked(inCoins)).toEqual(marked(inUsd));
    for (const [index, { vault }] of (inCoins?.points ?? []).entries()) {
      const dollars = inUsd?.points[index];
      expect(vault).toBeCloseTo((100 * (dollars?.vault ?? NaN)) / (dollars?.holding ?? NaN), 9);
    }
  });

  test("behavior: a vault in the coin is told in its own asset without any price", () => {
    const unsold = pastEpochs.map((epoch) => ({ ...epoch, settlementPrice: null }));
    const inCoin = computeVaultFigures(putVault({ asset: WETH }), { pastEpochs: unsold, fills: [] }, MOMENT);
    const [own, usd] = [performance(inCoin, "coin"), performance(inCoin, "usd")];
    expect(own?.points[1]?.vault).toBeCloseTo(102, 9);
    expect(own?.points[3]?.vault).toBeGreaterThan(90);
    expect(usd?.points[3]?.vault).toBeNull();
  });

  test("error: too few epochs are no chart", () => {
    expect(performance(computeVaultFigures(putVault(), { pastEpochs: [], fills }, MOMENT), "usd")).toBeNull();
  });
});

describe("list", () => {
  const call = { isPut: false, side: -1, ratio: WAD, minMoneyness: bps(10_200n), maxMoneyness: bps(14_000n) } as const;
  const sold = putVault();
  const lent = putVault({ name: "ETH Covered Call", asset: WETH, legs: [call] });
  const rows = [sold, lent].map((vault) => computeVaultFigures(vault, undefined, MOMENT));

  test("default: outlooks follow from the legs", () => {
    expect(outlooks(sold)).toEqual(["bullish", "neutral"]);
    expect(outlooks(lent)).toEqual(["bullish"]);
    const both = sold.legs.flatMap((leg) => [
      { ...leg, side: 1 as const },
      { ...call, side: 1 as const },
    ]);
    expect(outlooks({ ...sold, legs: both })).toEqual(["volatile"]);
  });

  test("behavior: text and outlook filter, the order is the largest first, unknown last", () => {
    const names = (filter: Partial<typeof NO_FILTER>) =>
      filteredVaults(rows, { ...NO_FILTER, ...filter }).map(({ vault }) => vault.name);
    expect(names({ text: " covered " })).toEqual(["ETH Covered Call"]);
    expect(names({ outlook: "neutral" })).toEqual(["ETH Put Income"]);
    expect(names({ sort: "realised" })).toEqual(["ETH Put Income", "ETH Covered Call"]);
    expect(names({ asset: "BTC" })).toEqual([]);
  });
});

describe("epoch clock", () => {
  const states = (epoch: ReturnType<typeof putEpoch>, now = NOW) =>
    epochSteps(computeVaultFigures(putVault({ epoch }), undefined, { now, market: NO_MARKET }), fills).map(
      ({ state }) => state,
    );

  test("default: the stage is by the clock, which can be ahead of the chain", () => {
    const open = putEpoch({ phase: "selling", isCleared: false });
    expect(states(open, unixSeconds(OPENED + 60n))).toEqual(["done", "current", "upcoming", "upcoming"]);
    expect(states(putEpoch())).toEqual(["done", "done", "current", "upcoming"]);
    expect(states(putEpoch(), unixSeconds(putEpoch().expiry + 1n))).toEqual(["done", "done", "done", "current"]);
    expect(states(putEpoch({ phase: "idle" }))).toEqual([]);
  });
});
