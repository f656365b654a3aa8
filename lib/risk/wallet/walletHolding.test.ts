import { describe, expect, test } from "vitest";
import { black } from "@/lib/pricing/black";
import { type Price8, price8 } from "@/lib/units/Price8";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds, yearsBetween } from "@/lib/units/UnixSeconds";
import { WAD, wad } from "@/lib/units/Wad";
import { impliedVolatilityOfFills } from "@/lib/vault/impliedVolatilityOfFills";
import { EXPIRY, fillOf, MARKET, NO_MARKET, NOW, OWNER, putVault, USDC, WETH } from "@/lib/vault/vaultFixture";
import type { OptionSeries, OwnOptionAccount, OwnOptions, WalletTokens } from "@/lib/vault/WalletHoldings";
import { bookGreeks } from "../bookGreeks";
import { bookValue } from "../bookValues";
import { holdingsBook } from "../holdingsBook";
import { isUncovered } from "../mandate/isUncovered";
import { mandateFigures } from "../mandate/mandateFigures";
import { tokenWorths } from "../tokenWorths";
import { heldVault } from "../vaultHoldingFixture";
import { withYieldParts } from "../withYieldParts";
import { walletHolding } from "./walletHolding";

const vault = putVault();
const SPOT = 3_450;
const worthOf = tokenWorths([vault]);

function series(changes: Partial<OptionSeries> = {}): OptionSeries {
  return {
    ...{ seriesId: 3_100n, underlying: WETH.address, quote: USDC.address, settlementAsset: USDC.address },
    ...{ strike: price8(310_000_000_000n), expiry: EXPIRY, isPut: true },
    ...changes,
  };
}

function owned(changes: Partial<OwnOptions> = {}): OwnOptions {
  return { account: OWNER, tokens: [], accounts: [], prices: [], claims: [], leftOut: 0, ...changes };
}

function holdingOf(changes: Partial<Parameters<typeof walletHolding>[0]> = {}) {
  return walletHolding({
    ...{
      chain: { id: 31_337, name: null },
      wallets: [],
      owned: [],
      worthOf,
      vaults: [vault],
      fillsOf: () => [fillOf()],
    },
    ...{ marketOf: () => NO_MARKET, now: NOW },
    ...changes,
  });
}

function wallet(...amounts: readonly [string, `0x${string}`, number, bigint | null][]): WalletTokens {
  return {
    account: OWNER,
    tokens: amounts.map(([symbol, address, decimals, amount]) => ({
      token: { address, symbol, decimals },
      // The chain's coin is priced as its wrapper.
      pricedAs: symbol === "ETH" ? WETH.address : address,
      amount: amount === null ? null : tokenAmount(amount),
    })),
  };
}

const ETHER: `0x${string}` = `0x${"00".repeat(20)}`;
const ODD: `0x${string}` = `0x${"99".repeat(20)}`;

describe("plain tokens", () => {
  test("default: the coin and its wrapper move with one price, a quote is a dollar each", () => {
    const amounts = wallet(
      ["ETH", ETHER, 18, 3n * WAD],
      ["WETH", WETH.address, 18, 2n * WAD],
      ["USDC", USDC.address, 6, 1_500_000_000n],
    );
    const { tokens, tokenParts, tokensUsd } = holdingOf({ wallets: [amounts] });
    expect(tokens.map(({ symbol, units }) => [symbol, units])).toEqual([
      ["ETH", 3],
      ["WETH", 2],
      ["USDC", 1_500],
    ]);
    expect(tokensUsd).toBeCloseTo(5 * SPOT + 1_500, 2);
    const book = withYieldParts({ coins: [], parts: [] }, tokenParts);
    expect(book.coins.map(({ symbol }) => symbol)).toEqual(["ETH"]);
    expect(bookGreeks(book).coins[0]?.delta).toBe(5);
    expect(book.parts.map(({ name, isOwn }) => [name, isOwn])).toEqual([
      ["Wallet: ETH", true],
      ["Wallet: WETH", true],
      ["Wallet: USDC", true],
    ]);
  });

  test("behavior: two wallets are one line a token; dust and nothing are no lines", () => {
    const dust = wallet(["WETH", WETH.address, 18, 10n ** 12n], ["USDC", USDC.address, 6, 0n]);
    expect(holdingOf({ wallets: [dust] }).tokens).toEqual([]);
    const one = wallet(["USDC", USDC.address, 6, 2_000_000n]);
    const { tokens, tokenParts } = holdingOf({ wallets: [one, one] });
    expect(tokens.map(({ units }) => units)).toEqual([4]);
    expect(tokenParts).toHaveLength(1);
  });

  test("error: a token that does not answer costs only itself, one without a price is in no sum", () => {
    const amounts = wallet(["BAD", ODD, 18, null], ["ODD", ODD, 18, 5n * WAD], ["USDC", USDC.address, 6, 2_000_000n]);
    const { tokens, unread, unpriced, tokensUsd } = holdingOf({ wallets: [amounts] });
    expect(unread).toEqual(["BAD"]);
    expect(unpriced).toEqual(["ODD"]);
    expect(tokens).toHaveLength(2);
    expect(tokensUsd).toBe(2);
  });
});

describe("options held outright", () => {
  test("default: a long put at the volatility its series was sold at, by hand", () => {
    const { options, optionParts, optionsUsd } = holdingOf({
      owned: [owned({ tokens: [{ series: series(), size: wad(4n * WAD) }] })],
    });
    const sale = impliedVolatilityOfFills(vault, [fillOf()], NOW);
    const volatility = sale.ok ? (sale.volatilities[0] ?? NaN) : NaN;
    const years = yearsBetween(NOW, EXPIRY);
    const { price, delta } = black({ forward: SPOT, strike: 3_100, timeToExpiryYears: years, volatility, isPut: true });
    expect(optionsUsd).toBeCloseTo(4 * price, 2);
    expect(options[0]).toMatchObject({ state: "open", heldAs: "token", size: 4, volatility: { source: "fills" } });
    const book = withYieldParts({ coins: [], parts: [] }, optionParts);
    expect(bookGreeks(book).coins[0]?.delta).toBeCloseTo(4 * delta, 9);
  });

  test("behavior: the buyer's option undoes the seller's: a vault's whole leg and its mirror leave the deposit and the premium", () => {
    const held = heldVault({ market: MARKET });
    const own = holdingsBook([held]);
    const sold = own.parts[0]?.legs[0]?.size ?? NaN;
    const { optionParts } = holdingOf({
      marketOf: () => MARKET,
      owned: [owned({ tokens: [{ series: series(), size: wad(BigInt(Math.round(-sold * 1e18))) }] })],
    });
    const both = withYieldParts(own, optionParts);
    expect(bookValue(both)).toBeCloseTo(own.parts[0]?.quoteUnits ?? NaN, 6);
    expect(bookGreeks(both).coins[0]?.gamma).toBeCloseTo(0, 9);
  });

  test("behavior: another strike of an expiry that was sold takes the nearest one's volatility; another expiry has none and is named", () => {
    const near = series({ seriesId: 9n, strike: price8(300_000_000_000n), isPut: false });
    const far = series({ seriesId: 10n, expiry: unixSeconds(EXPIRY + 604_800n) });
    const at = (one: OptionSeries) => holdingOf({ owned: [owned({ tokens: [{ series: one, size: wad(WAD) }] })] });
    expect(at(near).options[0]?.volatility?.source).toBe("fills");
    expect(at(far)).toMatchObject({ unpriced: ["ETH options"], optionParts: [], optionsUsd: 0 });
    expect(
      holdingOf({ marketOf: () => MARKET, owned: [owned({ tokens: [{ series: far, size: wad(WAD) }] })] }).unpriced,
    ).toEqual([]);
  });

  test("behavior: shorts lie with the collateral that covers them, so they are covered, and their value is less by what is owed", () => {
    const { optionParts, optionsUsd } = holdingOf({ owned: [owned({ accounts: [shortPut(3_100n * 10n ** 6n)] })] });
    expect(optionParts).toHaveLength(1);
    const [part] = withYieldParts({ coins: [], parts: [] }, optionParts).parts;
    expect(part && isUncovered(part)).toBe(false);
    expect(optionsUsd).toBeLessThan(3_100);
    expect(optionsUsd).toBeGreaterThan(3_000);
  });

  test("behavior: what is settled counts as what it pays and can leave; what is over without a price yet as its payoff", () => {
    const over = unixSeconds(EXPIRY + 60n);
    const tokens = [{ series: series({ strike: price8(360_000_000_000n) }), size: wad(2n * WAD) }];
    const price: Price8 = price8(350_000_000_000n);
    const prices = [{ underlying: WETH.address, quote: USDC.address, expiry: EXPIRY, price }];
    const settled = holdingOf({ now: over, owned: [owned({ tokens, prices })] });
    expect(settled.options[0]).toMatchObject({ state: "settled", usd: 200, settledUnits: 200 });
    expect(settled.optionsUsd).toBe(200);
    expect([...settled.exits.values()]).toEqual([{ days: 0, freeUsd: 0 }]);
    const waiting = holdingOf({ now: over, owned: [owned({ tokens })] });
    expect(waiting.options[0]).toMatchObject({ state: "expired", usd: 2 * (3_600 - SPOT) });
    // In coin: 100 dollars of each at 3,500, worth what coins are now.
    const inCoin = [
      { series: series({ strike: price8(360_000_000_000n), settlementAsset: WETH.address }), size: wad(WAD) },
    ];
    const coins = holdingOf({ now: over, owned: [owned({ tokens: inCoin, prices })] });
    expect(coins.optionsUsd).toBeCloseTo((100 / 3_500) * SPOT, 2);
  });

  test("behavior: the final price of the same coin in another quote settles nothing", () => {
    const over = unixSeconds(EXPIRY + 60n);
    const tokens = [{ series: series({ strike: price8(360_000_000_000n) }), size: wad(2n * WAD) }];
    const at = { underlying: WETH.address, expiry: EXPIRY };
    const other = { ...at, quote: ODD, price: price8(100_000_000_000n) };
    const waiting = holdingOf({ now: over, owned: [owned({ tokens, prices: [other] })] });
    expect(waiting.options[0]).toMatchObject({ state: "expired" });
    const own = { ...at, quote: USDC.address, price: price8(350_000_000_000n) };
    const settled = holdingOf({ now: over, owned: [owned({ tokens, prices: [other, own] })] });
    expect(settled.options[0]).toMatchObject({ state: "settled", settledUnits: 200 });
  });

  test("behavior: what settled accounts left can be withdrawn and counts at its face", () => {
    const claims = [
      { asset: USDC.address, assets: tokenAmount(5_000_000n) },
      { asset: WETH.address, assets: tokenAmount(WAD) },
    ];
    const { optionsUsd, cash } = holdingOf({ owned: [owned({ claims })] });
    expect(optionsUsd).toBe(5 + SPOT);
    expect(cash.map(({ kind, symbol }) => [kind, symbol])).toEqual([
      ["claim", "USDC"],
      ["claim", "WETH"],
    ]);
  });

  test("behavior: an option that is over on a coin that a feed prices and no vault is on counts at the feed's price", () => {
    const other = putVault({ underlyingSymbol: "BTC", underlying: { ...WETH, address: ODD, symbol: "WBTC" } });
    const feeds = [
      {
        ...{ underlying: WETH.address, quote: USDC.address, description: "ETH / USD", second: null },
        ...{ maxDelaySeconds: 1, maxAgeSeconds: 1 },
        first: { feed: ODD, latest: { price: price8(345_000_000_000n), updatedAt: NOW } },
      },
    ];
    const held = owned({ tokens: [{ series: series({ strike: price8(360_000_000_000n) }), size: wad(WAD) }] });
    const { optionParts, optionsUsd } = holdingOf({
      ...{ vaults: [other], worthOf: tokenWorths([other], feeds), owned: [held], now: unixSeconds(EXPIRY + 60n) },
    });
    expect(optionParts[0]?.worth).toMatchObject({ symbol: "ETH", spot: SPOT });
    expect(optionsUsd).toBe(3_600 - SPOT);
  });

  test("error: a margin account with an option that has no price is in no sum as a whole, its collateral neither", () => {
    const far = series({ seriesId: 10n, expiry: unixSeconds(EXPIRY + 604_800n) });
    const strange = series({ seriesId: 11n, underlying: ODD });
    for (const [without, name] of [
      [far, "ETH options"],
      [strange, "options on other pairs"],
    ] as const) {
      const account = shortPut(6_200n * 10n ** 6n);
      const options = [...account.options, { series: without, size: wad(-WAD) }];
      const priced = { ...shortPut(3_100n * 10n ** 6n), id: "second" };
      const found = holdingOf({ owned: [owned({ accounts: [{ ...account, options }, priced] })] });
      expect(found.unpriced).toEqual([name]);
      expect(found.cash).toHaveLength(2);
      expect(found.optionsUsd).toBe(holdingOf({ owned: [owned({ accounts: [priced] })] }).optionsUsd);
      expect(holdingOf({ owned: [owned({ accounts: [{ ...account, options }] })] }).optionParts).toEqual([]);
    }
  });

  test("error: money at the clearinghouse in a token that nothing here knows is named", () => {
    const claims = [{ asset: ODD, assets: tokenAmount(5n) }];
    expect(holdingOf({ owned: [owned({ claims })] }).unpriced).toEqual(["other tokens at the clearinghouse"]);
  });

  test("error: options of a pair that nothing here prices are counted as such, and in no sum", () => {
    const strange = series({ underlying: ODD });
    const found = holdingOf({ owned: [owned({ tokens: [{ series: strange, size: wad(WAD) }] })] });
    expect(found).toMatchObject({ options: [], unpriced: ["options on other pairs"], optionsUsd: 0 });
  });
});

test("error: series that were not read are counted, and named with what is in no sum", () => {
  const left = [owned({ leftOut: 10 }), owned({ leftOut: 2 })];
  expect(holdingOf({ owned: left })).toMatchObject({ leftOut: 12, unpriced: ["12 more series"] });
  const far = holdingOf({ owned: left, chain: { id: 8_453, name: "Base" } });
  expect(far.unpriced).toEqual(["12 more series on Base"]);
  expect(holdingOf({ owned: [owned()] })).toMatchObject({ leftOut: 0, unpriced: [] });
});

test("behavior: the same address on another chain is another part, with the chain in its name", () => {
  const at = (id: number) =>
    holdingOf({
      chain: { id, name: `Chain ${id}` },
      wallets: [wallet(["USDC", USDC.address, 6, 2_000_000n])],
      owned: [owned({ tokens: [{ series: series(), size: wad(WAD) }] })],
    });
  const parts = [at(1), at(2)].flatMap((one) => [...one.optionParts, ...one.tokenParts]);
  expect(withYieldParts({ coins: [], parts: [] }, parts).parts.map(({ id, name }) => [id, name])).toEqual([
    ["options/eth/quote/1", "Own ETH options in USDC on Chain 1"],
    [`wallet/${USDC.address}/1`, "Wallet: USDC on Chain 1"],
    ["options/eth/quote/2", "Own ETH options in USDC on Chain 2"],
    [`wallet/${USDC.address}/2`, "Wallet: USDC on Chain 2"],
  ]);
});

test("mandate: what an address holds itself is no vault, but in what shares are of; options leave when they expire", () => {
  const own = holdingsBook([heldVault()]);
  const held = holdingOf({
    wallets: [wallet(["USDC", USDC.address, 6, 100_000_000_000n])],
    owned: [owned({ tokens: [{ series: series(), size: wad(4n * WAD) }] })],
  });
  const book = withYieldParts(own, [...held.optionParts, ...held.tokenParts]);
  const figures = mandateFigures({ book, exits: held.exits, shortfallUsd: null });
  expect(figures.largestVault).toBe("ETH Put Income");
  expect(figures.largestSharePerVault).toBeCloseTo(bookValue(own) / bookValue(book), 9);
  expect(figures.uncovered).toBe(0);
  expect([...held.exits.values()].map(({ days }) => days)).toEqual([Number(EXPIRY - NOW) / 86_400]);
  const alone = withYieldParts({ coins: [], parts: [] }, held.tokenParts);
  expect(mandateFigures({ book: alone, exits: new Map(), shortfallUsd: null })).toMatchObject({
    largestSharePerVault: 0,
    largestVault: null,
  });
});

function shortPut(collateral: bigint): OwnOptionAccount {
  return {
    ...{ id: "own", underlying: WETH.address, quote: USDC.address, settlementAsset: USDC.address, expiry: EXPIRY },
    collateral: tokenAmount(collateral),
    options: [{ series: series(), size: wad(-WAD) }],
  };
}
