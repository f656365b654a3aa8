import { expect, test } from "vitest";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import { invariant } from "@/lib/errors/invariant";
import { bookValue } from "@/lib/risk/bookValues";
import { holdingsBook } from "@/lib/risk/holdingsBook";
import { partPositions } from "@/lib/risk/partPositions";
import { tokenWorths } from "@/lib/risk/tokenWorths";
import { heldVault } from "@/lib/risk/vaultHoldingFixture";
import { withYieldParts } from "@/lib/risk/withYieldParts";
import { bps } from "@/lib/units/Bps";
import { price8 } from "@/lib/units/Price8";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { wad } from "@/lib/units/Wad";
import type { Loan } from "@/lib/vault/Loan";
import { OWNER, putVault, USDC, WETH } from "@/lib/vault/vaultFixture";
import type { YieldPosition, YieldVault } from "@/lib/vault/YieldVault";
import { loadLine, loanStats, nearerText } from "./loanTexts";
import { otherHoldings } from "./otherHoldings";
import { type OwedLoan, owedLoans } from "./owedLoans";
import { portfolioTotals } from "./portfolioTotals";

const vault = putVault();
const spot = Number(vault.spot.price) / 1e8;
const POOL = `0x${"cc".repeat(20)}` as const;

function lent(address: `0x${string}`, asset: YieldVault["asset"]): YieldVault {
  const at = { chainId: 1, protocol: "aave", blockNumber: 1n, blockTimestamp: vault.blockTimestamp } as const;
  const totals = { totalAssets: tokenAmount(0n), totalShares: shares(0n), sharePrice: wad(10n ** 18n) };
  const share = { ...asset, address, symbol: `a${asset.symbol}` };
  return {
    ...at,
    ...totals,
    address,
    share,
    asset,
    entrance: POOL,
    name: `Aave ${asset.symbol}`,
    liquidity: null,
    yearlyRate: null,
    isEnterable: true,
  };
}

function held(address: `0x${string}`, assets: bigint): YieldPosition {
  const most = { maxDeposit: tokenAmount(0n), maxWithdraw: tokenAmount(assets), maxRedeem: shares(assets) };
  return {
    ...most,
    vault: address,
    owner: OWNER,
    shares: shares(assets),
    assets: tokenAmount(assets),
    walletAssets: tokenAmount(0n),
    assetAllowance: tokenAmount(0n),
  };
}

const [ETHER, DOLLARS, STRANGE] = ["e1", "d1", "f1"].map((byte) => `0x${byte.repeat(20)}` as const) as [
  `0x${string}`,
  `0x${string}`,
  `0x${string}`,
];
const loan: Loan = {
  ...{
    chainId: 1,
    pool: POOL,
    poolName: "Aave v3",
    owner: OWNER,
    blockNumber: 1n,
    blockTimestamp: vault.blockTimestamp,
  },
  ...{
    collateralValue: price8(70_000n * 10n ** 8n),
    debtValue: price8(40_000n * 10n ** 8n),
    liquidationThreshold: bps(8_250n),
  },
  health: wad(1_443_750_000_000_000_000n),
  parts: [
    {
      asset: WETH,
      collateral: tokenAmount(20n * 10n ** 18n),
      debt: tokenAmount(0n),
      price: price8(3_500n * 10n ** 8n),
      liquidationThreshold: bps(8_250n),
    },
    {
      asset: USDC,
      collateral: tokenAmount(0n),
      debt: tokenAmount(40_000n * 10n ** 6n),
      price: price8(10n ** 8n),
      liquidationThreshold: bps(0n),
    },
  ],
  isExplained: true,
};
const entry = { address: POOL, protocol: "aave", name: "Aave v3", assets: [] } as const;
const strange = { address: `0x${"99".repeat(20)}` as const, symbol: "ODD", decimals: 18 };
const answer = {
  vaults: [lent(ETHER, WETH), lent(DOLLARS, USDC), lent(STRANGE, strange)],
  positions: [held(ETHER, 20n * 10n ** 18n), held(DOLLARS, 1_000n * 10n ** 6n), held(STRANGE, 5n)],
  loan,
};
const others = otherHoldings(
  [
    { entry, ok: true, answer },
    { entry: { ...entry, name: "Broken" }, ok: false, failure: new GarbledAnswerError("totalAssets") },
  ],
  tokenWorths([vault]),
);

test("default: what is held and owed elsewhere is in the value and in the risk, collateral once", () => {
  expect(others.heldUsd).toBeCloseTo(20 * spot + 1_000, 2);
  expect(others.debtUsd).toBe(40_000);
  const holding = heldVault();
  const [without, withOthers] = [
    portfolioTotals({ holdings: [holding] }),
    portfolioTotals({ holdings: [holding], others }),
  ];
  expect(withOthers.netUsd - without.netUsd).toBeCloseTo(20 * spot + 1_000 - 40_000, 2);
  expect(withOthers.deltaUsd - without.deltaUsd).toBeCloseTo(20 * spot, 6);
  const own = holdingsBook([holding]);
  expect(bookValue(withYieldParts(own, others.parts)) - bookValue(own)).toBeCloseTo(20 * spot + 1_000 - 40_000, 4);
  expect(partPositions(others.parts).map(({ units }) => units)).toEqual([20]);
});

test("behavior: a token without a price is named and in no sum; an entry that fails takes nothing with it", () => {
  expect(others.unpriced).toEqual(["Aave ODD"]);
  expect(others.failures.map(({ name }) => name)).toEqual(["Broken"]);
});

const oddPart = (debt: bigint, collateral: bigint, dollars: bigint) => ({
  ...{
    asset: strange,
    debt: tokenAmount(debt),
    collateral: tokenAmount(collateral),
    price: price8(dollars * 10n ** 8n),
  },
  liquidationThreshold: bps(0n),
});

test("behavior: a debt in a token that nothing here prices counts as dollars at the pool's price, its pledge likewise", () => {
  const odd = { ...loan, parts: [...loan.parts, oddPart(3n * 10n ** 18n, 0n, 40n)] };
  const positions = [held(STRANGE, 5n * 10n ** 18n)];
  const found = otherHoldings([{ entry, ok: true, answer: { ...answer, positions, loan: odd } }], tokenWorths([vault]));
  expect(found.debtUsd).toBe(40_000 + 120);
  expect(found.heldUsd).toBe(200);
  expect(found.unpriced).toEqual([]);
  expect(
    found.parts.filter(({ isPoolPriced }) => isPoolPriced).map(({ part }) => [part.name, part.quoteUnits]),
  ).toEqual([
    ["ODD at the pool's price, in Aave ODD", 200],
    ["ODD at the pool's price, owed to Aave v3", -120],
  ]);
  const book = withYieldParts({ coins: [], parts: [] }, found.parts);
  expect(bookValue(book)).toBe(200 - 40_120);
});

test("error: a debt that the pool does not price either is named, and no total passes for one with it", () => {
  const odd = { ...loan, parts: [oddPart(3n, 0n, 0n)] };
  const found = otherHoldings(
    [{ entry, ok: true, answer: { vaults: [], positions: [], loan: odd } }],
    tokenWorths([vault]),
  );
  expect(found).toMatchObject({ parts: [], debtUsd: 0, unpriced: ["ODD owed to Aave v3"] });
  expect(portfolioTotals({ holdings: [heldVault()], others: found }).missing).toEqual(["ODD owed to Aave v3"]);
});

test("behavior: two addresses in one vault are one part of the book", () => {
  const twice = otherHoldings(
    [
      { entry, ok: true, answer },
      { entry, ok: true, answer },
    ],
    tokenWorths([vault]),
  );
  expect(withYieldParts({ coins: [], parts: [] }, twice.parts).parts).toHaveLength(3);
  expect(twice.heldUsd).toBeCloseTo(2 * others.heldUsd, 2);
});

test("behavior: the load line is where the collateral no longer covers the debt, in weekly deviations where a volatility is known", () => {
  const [owed] = owedLoans(others);
  invariant(owed !== undefined, "a loan with a debt");
  const line = loadLine(owed, () => 0.6);
  // 20 · price · 0.825 = 40,000.
  expect(line?.liquidation).toBeCloseTo(40_000 / (20 * 0.825), 6);
  expect(line?.labels.distance).toMatch(/^−30\.7%, 4\.4 weekly deviations away$/);
  expect(loadLine(owed, () => null)?.labels.distance).toBe("−30.7%");
  expect(line?.summary).toBe("WETH must fall 30.7% to $2,424 before the loan at Aave v3 can be liquidated.");
  expect(loadLine({ ...owed, loan: { ...loan, isExplained: false } }, () => 0.6)).toBeNull();
  expect(loanStats(loan).map(({ value }) => value)).toEqual(["1.44", "57.1%", "40,000.00 USDC"]);
});

test("behavior: with several collaterals the line names the fall of all together, and without parts the pool's health", () => {
  const twoCoins = (sides: OwedLoan["atRisk"]["sides"]) => ({
    loan,
    health: 1.18,
    atRisk: { poolName: "", owner: OWNER, sides },
  });
  const coin = { kind: "coin", countedUsd: 59_000, debtUsd: 0 } as const;
  const both = twoCoins([
    { ...coin, symbol: "ETH" },
    { ...coin, symbol: "BTC" },
    { kind: "quote", symbol: "USDC", countedUsd: 0, debtUsd: 100_000 },
  ]);
  const together = "ETH and BTC falling together by 15.3% would let anybody liquidate the loan.";
  expect(nearerText(both)).toEqual([together]);
  expect(loadLine(both, () => null)?.summary).toMatch(
    /^WETH must fall .* can be liquidated\. ETH and BTC falling together by 15\.3% /,
  );
  expect(nearerText(twoCoins(null))).toEqual([
    "By its pool's own health: a fall of all its collateral by 15.3% against its debt would let anybody liquidate the loan.",
  ]);
});

test("behavior: loans with a debt come with what shocks take of them, those without one do not shift it", () => {
  const other = { ...loan, poolName: "Other" };
  const joined = otherHoldings(
    [{ ...loan, health: null }, loan, other].map((one) => ({ entry, ok: true, answer: { ...answer, loan: one } })),
    tokenWorths([vault]),
  );
  expect(
    owedLoans(joined).map(({ loan: { poolName }, atRisk, health }) => [poolName, atRisk.poolName, health]),
  ).toEqual([
    ["Aave v3", "Aave v3", 1.44375],
    ["Other", "Other", 1.44375],
  ]);
});

test("behavior: what a pool does not pay out at once leaves slowly, by the share that it pays", () => {
  const pledged = { ...held(ETHER, 20n * 10n ** 18n), maxWithdraw: tokenAmount(5n * 10n ** 18n) };
  const wholly = otherHoldings(
    [{ entry, ok: true, answer: { ...answer, positions: [pledged] } }],
    tokenWorths([vault]),
  );
  const [exit, ...rest] = wholly.exits;
  expect(exit).toEqual([`listed/1/${ETHER}`, { days: Number.POSITIVE_INFINITY, freeUsd: expect.closeTo(5 * spot, 4) }]);
  expect(rest).toEqual([]);
});
