import { expect, test } from "vitest";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { WAD } from "@/lib/units/Wad";
import { fillOf, MARKET, NO_MARKET, NOW, positionOf, putEpoch, putVault } from "@/lib/vault/vaultFixture";
import { sampleBook } from "../bookFixture";
import { bookValue } from "../bookValues";
import { holdingsBook } from "../holdingsBook";
import { heldVault } from "../vaultHoldingFixture";
import { bookFigures } from "./bookFigures";
import { type VaultUnitInput, vaultUnit } from "./vaultUnit";
import { withVaultAmount } from "./withVaultAmount";

const FACTS: VaultUnitInput = { vault: putVault(), fills: [fillOf()], market: MARKET, now: NOW };

function unitOf(changes: Partial<VaultUnitInput> = {}) {
  const result = vaultUnit({ ...FACTS, ...changes });
  if (!result.ok) throw new Error(result.reason);
  return result.unit;
}

/** The sample with the vault's price of its coin: all vaults of a coin are read at one block from one feed. */
function atVaultsSpot() {
  const { coins, parts } = sampleBook();
  return { coins: coins.map((coin) => (coin.symbol === "ETH" ? { ...coin, spot: 3_450 } : coin)), parts };
}

function holdingOf(whole: bigint) {
  return heldVault({ market: MARKET, position: positionOf({}, { shares: shares(whole * WAD) }) });
}

test("default: the book is that of a holding of the new size", () => {
  const [before, after] = [holdingOf(9_500n), holdingOf(12_000n)];
  const made = withVaultAmount(holdingsBook([before]), unitOf(), after.valueUsd - before.valueUsd);
  const [part] = made.parts;
  const [expected] = holdingsBook([after]).parts;
  expect(part?.legs).toHaveLength(1);
  expect((part?.legs[0]?.size ?? NaN) / (expected?.legs[0]?.size ?? NaN)).toBeCloseTo(1, 12);
  expect((part?.quoteUnits ?? NaN) / (expected?.quoteUnits ?? NaN)).toBeCloseTo(1, 12);
  expect(part).toMatchObject({ id: expected?.id, name: expected?.name, coin: 0, settlesIn: "quote" });
});

test("behavior: the net value moves by the dollars; what is taken out again leaves nothing", () => {
  const book = atVaultsSpot();
  const more = withVaultAmount(book, unitOf(), 10_000);
  expect(bookValue(more) - bookValue(book)).toBeCloseTo(10_000, 6);
  expect(more.coins).toEqual(book.coins);
  expect(withVaultAmount(more, unitOf(), -10_000).parts).toEqual(book.parts);
  expect(withVaultAmount(book, unitOf(), 0).parts).toEqual(book.parts);
  const part = withVaultAmount(more, unitOf(), -4_000);
  expect(bookValue(part) - bookValue(book)).toBeCloseTo(6_000, 6);
});

test("behavior: a new coin comes last, and the part is on it", () => {
  const { coins, parts } = withVaultAmount({ coins: sampleBook().coins.slice(1), parts: [] }, unitOf(), 500);
  expect(coins.map(({ symbol }) => symbol)).toEqual(["BTC", "ETH"]);
  expect(parts).toHaveLength(1);
  expect(parts[0]?.coin).toBe(1);
  expect(bookValue({ coins, parts })).toBeCloseTo(500, 9);
});

test("behavior: while nothing is sold a dollar is plain deposit asset", () => {
  for (const vault of [
    putVault({ epoch: putEpoch({ phase: "idle" }) }),
    putVault({ totalShares: shares(0n), epoch: putEpoch({ assetsAtOpen: tokenAmount(0n) }) }),
  ]) {
    const unit = unitOf({ vault, fills: [] });
    expect(unit.basis).toBe("cash");
    expect(unit.part).toMatchObject({ legs: [], quoteUnits: 1, coinUnits: 0 });
    expect(unit.assetUsd).toBe(1);
  }
  expect(unitOf().basis).toBe("options");
});

test("error: options that nothing prices are not guessed", () => {
  expect(vaultUnit({ ...FACTS, fills: [], market: NO_MARKET })).toEqual({ ok: false, reason: "unpriced" });
});

test("default: figures are the sums, shares add up, largest first", () => {
  const book = sampleBook();
  const figures = bookFigures(book);
  expect(figures.netUsd).toBeCloseTo(bookValue(book), 8);
  expect(figures.vaults.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(figures.vaults.map(({ usd }) => usd)).toEqual(figures.vaults.map(({ usd }) => usd).toSorted((a, b) => b - a));
  // A part of no coin is in no coin's share.
  const cash = figures.vaults.find(({ id }) => id === "cash")?.share ?? NaN;
  expect(figures.coins.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1 - cash, 12);
  expect(bookFigures({ coins: [], parts: [] })).toMatchObject({ netUsd: 0, deltaUsd: 0, vaults: [], coins: [] });
});

test("behavior: delta is the slope of the value, and gamma of the delta, coin by coin", () => {
  const book = sampleBook();
  const step = 1e-4;
  const at = (move: number) =>
    bookValue(book, { spotMoves: book.coins.map(() => move), volatilityMoves: book.coins.map(() => 0) });
  const { deltaUsd, gammaUsdPerPercent } = bookFigures(book);
  expect((at(step) - at(-step)) / (2 * step) / deltaUsd).toBeCloseTo(1, 5);
  const second = (at(step) - 2 * at(0) + at(-step)) / (step * step) / 100;
  expect(second / gammaUsdPerPercent).toBeCloseTo(1, 3);
});
