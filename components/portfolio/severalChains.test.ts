import { expect, test } from "vitest";
import { chainOfName, nameOnChain } from "@/components/chains/nameOnChain";
import type { AccountsOnChain } from "@/hooks/useChainReadings";
import type { MarketOf } from "@/hooks/useMarkets";
import { bookValues } from "@/lib/risk/bookValues";
import { price8 } from "@/lib/units/Price8";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { WAD, wad } from "@/lib/units/Wad";
import { fillOf, NOW, OWNER, positionOf, putVault, WETH } from "@/lib/vault/vaultFixture";
import type { YieldVault } from "@/lib/vault/YieldVault";
import type { ChainRead } from "./chainHoldings";
import { chainRead } from "./chainRead";
import { type Portfolio, portfolioOf } from "./Portfolio";
import { portfolioTotals } from "./portfolioTotals";
import { flowsOn, jointChange } from "./useEpochChange";

const marketOf: MarketOf = () => ({ ok: false, reason: "notConfigured", detail: "No option market." });
const ADDRESS = putVault().address;
const LENT = `0x${"aa".repeat(20)}` as const;
const entry = { address: LENT, protocol: "erc4626", name: null, assets: [] } as const;

/** The same vaults at the same addresses on any chain, and one WETH lent there. */
function readOf(chainId: number, held: bigint, chainName: string | null = `Chain ${chainId}`): ChainRead {
  const vault = putVault({ chainId, blockNumber: BigInt(chainId) });
  const lent: YieldVault = {
    ...{ chainId, protocol: "erc4626", address: LENT, entrance: LENT, name: "Lent", share: WETH, asset: WETH },
    ...{ blockNumber: vault.blockNumber, blockTimestamp: vault.blockTimestamp, isEnterable: true },
    ...{
      totalAssets: tokenAmount(0n),
      totalShares: shares(0n),
      sharePrice: wad(WAD),
      liquidity: null,
      yearlyRate: null,
    },
  };
  const position = {
    ...{ vault: LENT, owner: OWNER, shares: shares(WAD), assets: tokenAmount(WAD), maxRedeem: shares(0n) },
    ...{ maxDeposit: tokenAmount(0n), maxWithdraw: tokenAmount(0n), walletAssets: tokenAmount(0n) },
    assetAllowance: tokenAmount(0n),
  };
  return {
    ...{ chainId, chainName, now: NOW, vaults: [vault], positions: [positionOf({}, { shares: shares(held * WAD) })] },
    histories: [{ vault: ADDRESS, pastEpochs: [], fills: [fillOf()] }],
    wallet: { wallets: [], owned: [], failure: null },
    outcomes: [{ entry, ok: true, answer: { vaults: [lent], positions: [position], loan: null } }],
  };
}

function joined(chains: readonly [ChainRead, ...ChainRead[]]): Portfolio {
  const portfolio = portfolioOf({ chains, marketOf, isReadingFills: false, isCounted: false, leftOut: [] });
  if (portfolio === undefined) throw new TypeError("every market has answered");
  return portfolio;
}

const unknownFlows = { chainId: 31_337, flowsOf: () => null };
const [here, there] = [readOf(31_337, 9_500n), readOf(31_338, 1_000n)];
const both = joined([here, there]);
const apart = [joined([here]), joined([there])];

test("default: totals of two chains are the sums of each alone, and ETH on both is one coin", () => {
  const sums = apart.map(portfolioTotals);
  const totals = portfolioTotals(both);
  for (const key of ["netUsd", "deltaUsd", "vegaPerPoint", "thetaPerDay", "epochProfitUsd"] as const)
    expect(totals[key]).toBeCloseTo(
      sums.reduce((sum, one) => sum + one[key], 0),
      6,
    );
  expect(both.book.coins.map(({ symbol }) => symbol)).toEqual(["ETH"]);
  expect(totals.underlyings.map(({ underlying }) => underlying)).toEqual(["ETH"]);
  const total = (portfolio: Portfolio) => jointChange(portfolio, unknownFlows)?.causes.total ?? Number.NaN;
  expect(total(both)).toBeCloseTo(
    apart.reduce((sum, one) => sum + total(one), 0),
    6,
  );
});

test("default: equal addresses on two chains stay two parts, each named by its chain", () => {
  expect(both.book.parts.map(({ id }) => id)).toEqual([
    ...[`31337/${ADDRESS}`, `31338/${ADDRESS}`],
    ...[`listed/31337/${LENT}`, `listed/31338/${LENT}`],
  ]);
  expect(both.book.parts.map(({ name }) => chainOfName(name).chain)).toEqual([
    ...["Chain 31337", "Chain 31338", "Chain 31337", "Chain 31338"],
  ]);
  const values = bookValues(both.book);
  expect(values.map((value) => Math.round(value))).toEqual(
    [0, 1].flatMap((part) => apart.map(({ book }) => Math.round(bookValues(book)[part] ?? 0))),
  );
});

test("behavior: another chain's feeds price what no vault of it is on", () => {
  const coin = `0x${"bb".repeat(20)}` as const;
  const [token, quote] = [{ address: coin, symbol: "WBTC", decimals: 8 }, putVault().quote];
  const feeds = [
    {
      ...{ underlying: coin, quote: quote.address, description: "BTC / USD", second: null },
      ...{ maxDelaySeconds: 1, maxAgeSeconds: 1 },
      first: { feed: coin, latest: { price: price8(60_000n * 10n ** 8n), updatedAt: NOW } },
    },
  ];
  const wallets = [{ account: OWNER, tokens: [{ token, pricedAs: coin, amount: tokenAmount(10n ** 8n) }] }];
  const read: AccountsOnChain = { ...there, feeds, wallet: { wallets, owned: [], failure: null } };
  const [other] = chainRead({ chainId: 31_338, name: "Chain 31338", read, error: null, retry: () => undefined }, NOW);
  expect(other && joined([here, other]).wallet).toMatchObject({ tokensUsd: 60_000, unpriced: [] });
});

test("behavior: a chain without vaults keeps its own id, and has the page's time", () => {
  const read: AccountsOnChain = { ...there, vaults: [], histories: [], positions: [] };
  const reading = { chainId: 31_338, name: "Chain 31338", read, error: null, retry: () => undefined };
  const [other] = chainRead(reading, NOW);
  expect([other?.chainId, other?.now]).toEqual([31_338, NOW]);
});

test("behavior: one chain alone names no chain", () => {
  const alone = joined([readOf(31_337, 9_500n, null)]);
  expect(alone.book.parts.map(({ name }) => name)).toEqual([putVault().name, "Lent"]);
});

test("behavior: fills are those of the vault's own chain", () => {
  const other = { ...there, histories: [{ vault: ADDRESS, pastEpochs: [], fills: [] }] };
  const portfolio = joined([here, other]);
  expect(portfolio.fillsOf({ chainId: 31_337, address: ADDRESS })).toHaveLength(1);
  expect(portfolio.fillsOf({ chainId: 31_338, address: ADDRESS })).toHaveLength(0);
  expect(portfolio.fillsOf({ chainId: 1, address: ADDRESS })).toEqual([]);
  // Without fills the second chain's options have no price, and nothing is told that leaves them out.
  expect(jointChange(portfolio, unknownFlows)).toBeNull();
  expect(portfolioTotals(portfolio).unpriced).toEqual([nameOnChain(putVault().name, "Chain 31338")]);
});

test("behavior: where the page's chain has no vaults, deposits on another are still not known, and it keeps its own time", () => {
  const empty = { ...here, vaults: [], positions: [], histories: [] };
  const later = unixSeconds(NOW + 3_600n);
  const portfolio = joined([{ ...empty, now: later }, there]);
  expect(portfolio.vaults[0]?.chainId).toBe(31_338);
  // Nothing was done on the page's chain: that says nothing of the other.
  const change = jointChange(portfolio, { chainId: 31_337, flowsOf: flowsOn(31_337, [], []) });
  expect(change?.areFlowsKnown).toBe(false);
  const alone = jointChange(joined([there]), { chainId: 31_338, flowsOf: () => null });
  expect(change?.causes.theta).toBe(alone?.causes.theta);
});
