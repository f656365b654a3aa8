import { describe, expect, test } from "vitest";
import { relianceExposures } from "@/lib/risk/stress/relianceExposures";
import { heldVault } from "@/lib/risk/vaultHoldingFixture";
import { wad } from "@/lib/units/Wad";
import { fillOf, OWNER, putEpoch, putVault, USDC, WETH } from "@/lib/vault/vaultFixture";
import { holdingNames, ownRelyingParts, relianceAddress, relyingNames, relyingParts } from "./relyingParts";

const account = (digits: string) => `0x${digits.repeat(20)}` as const;
const contracts = {
  ...putVault().contracts,
  ...{ clearinghouse: account("c1"), quoteBook: account("c2"), policy: account("c3"), oracle: account("c4") },
};
const vault = putVault({ contracts });
const holding = heldVault({ vault });
const fill = fillOf();
const half = { ...fill, size: wad(fill.size / 2n) };
const other = { ...half, maker: account("b2") };

const exposures = (fills = [fill], holdings = [holding]) =>
  relianceExposures(relyingParts(holdings, ({ address }) => (address === vault.address ? fills : [])));

describe("what hangs on one thing", () => {
  test("default: contracts, oracle, feed, token and maker, each in full", () => {
    const found = exposures();
    const names = found.map(({ kind, name }) => `${kind} ${name}`).toSorted();
    expect(names).toEqual([
      ...["contract Clearinghouse", "contract Policy", "contract Quote book", "maker "],
      ...["oracle ETH price feed", "oracle Settlement oracle", "quote USDC"],
    ]);
    for (const { kind, value, share } of found) {
      expect(value).toBeCloseTo(kind === "maker" ? holding.atRiskUsd : holding.valueUsd, 6);
      if (kind !== "maker") expect(share).toBeCloseTo(1, 12);
    }
    expect(found.find(({ kind }) => kind === "quote")?.id).toBe(`31337:${USDC.address}`);
  });

  test("behavior: makers count by what they took of this epoch", () => {
    const past = { ...fill, epoch: vault.epoch.number - 1, maker: OWNER };
    const makers = exposures([half, other, past]).filter(({ kind }) => kind === "maker");
    expect(makers.map((maker) => [relianceAddress(maker), maker.value])).toEqual([
      [fill.maker, expect.closeTo(holding.atRiskUsd / 2, 6)],
      [account("b2"), expect.closeTo(holding.atRiskUsd / 2, 6)],
    ]);
  });

  test("behavior: at rest, and without a sale, no maker is relied on", () => {
    const idle = heldVault({ vault: putVault({ contracts, epoch: putEpoch({ phase: "idle" }) }) });
    expect(exposures([fill], [idle]).filter(({ kind }) => kind === "maker")).toEqual([]);
    expect(exposures([]).filter(({ kind }) => kind === "maker")).toEqual([]);
  });

  test("behavior: two vaults on the same contracts are named, each once, and add up; on another chain they are others", () => {
    const second = heldVault({
      vault: putVault({ contracts, address: account("d2"), name: "Ballast ETH Covered Call", asset: WETH }),
      fills: [],
    });
    const found = exposures([half, other], [holding, second]);
    const house = found.find(({ name }) => name === "Clearinghouse");
    expect(house && relyingNames(house, holdingNames([holding, second]))).toEqual([
      "ETH Put Income",
      "ETH Covered Call",
    ]);
    expect(house?.value).toBeCloseTo(holding.valueUsd + second.valueUsd, 6);
    expect(found.filter(({ kind }) => kind === "quote").map(({ name }) => name)).toEqual(
      expect.arrayContaining(["USDC", "WETH"]),
    );
    const far = { ...second, vault: { ...second.vault, chainId: 1 } };
    expect(exposures([], [holding, far]).filter(({ name }) => name === "Clearinghouse")).toHaveLength(2);
  });
});

test("behavior: the wallet's options hang on the clearinghouse, the oracle, the feed and what they settle in, its coins on nothing here", () => {
  const worth = { kind: "coin", symbol: "ETH", spot: 3_000 } as const;
  const leg = { isPut: false, strike: 2_000, size: 2, timeToExpiryYears: 0, volatility: 0 };
  const own = { coinUnits: 0, quoteUnits: 0, quote: "", settlesIn: "underlying" as const, isOwn: true };
  const counted = [
    { worth, part: { ...own, id: `options/eth/underlying/${vault.chainId}`, name: "Own options", legs: [leg] } },
    { worth, part: { ...own, id: `wallet/0x00/${vault.chainId}`, name: "Wallet: ETH", coinUnits: 1, legs: [] } },
    { worth, part: { ...own, id: "wallet/0x00/1", name: "Wallet: ETH on another chain", coinUnits: 1, legs: [] } },
  ];
  const parts = ownRelyingParts({ wallet: { counted }, vaults: [vault] });
  expect(parts.map(({ value, reliesOn }) => [value, reliesOn.map(({ name }) => name)])).toEqual([
    [2_000, ["Clearinghouse", "Settlement oracle", "ETH price feed", "WETH"]],
    [3_000, []],
    [3_000, []],
  ]);
  const clearinghouse = relianceExposures(parts).find(({ name }) => name === "Clearinghouse");
  const names = new Map(counted.map(({ part }) => [part.id, part.name]));
  expect(clearinghouse && relyingNames(clearinghouse, names)).toEqual(["Own options"]);
});

describe("options of a coin whose quote other vaults have too", () => {
  const wbtc = { address: account("bc"), symbol: "WBTC", decimals: 8 };
  const feed = account("fb");
  const onBtc = putVault({
    contracts: { ...contracts, oracle: account("c5") },
    ...{ address: account("d3"), underlying: wbtc, underlyingSymbol: "BTC", spot: { ...vault.spot, feed } },
  });
  const worth = { kind: "coin", symbol: "BTC", spot: 95_000 } as const;
  const leg = { isPut: true, strike: 97_000, size: 1, timeToExpiryYears: 0, volatility: 0 };
  const reliances = (settlesIn: "underlying" | "quote", quote = "USDC") => {
    const id = `options/btc/${settlesIn}/${vault.chainId}`;
    const part = { id, name: "Own options", coinUnits: 0, quoteUnits: 0, quote, settlesIn, isOwn: true, legs: [leg] };
    const [own] = ownRelyingParts({ wallet: { counted: [{ worth, part }] }, vaults: [vault, onBtc] });
    return own?.reliesOn.map((one) => [one.name, relianceAddress(one)]);
  };
  const shared = [
    ["Clearinghouse", contracts.clearinghouse],
    ["Settlement oracle", account("c5")],
    ["BTC price feed", feed],
  ];

  test("behavior: they hang on their own coin's feed, not on that of the first vault of the quote", () => {
    expect(reliances("quote")).toEqual([...shared, ["USDC", USDC.address]]);
  });

  test("behavior: those that settle in their coin hang on it, and not on the quote", () => {
    expect(reliances("underlying")).toEqual([...shared, ["WBTC", wbtc.address]]);
  });

  test("error: a quote that no vault has is not named", () => {
    expect(reliances("quote", "EURC")).toEqual(shared);
  });
});
