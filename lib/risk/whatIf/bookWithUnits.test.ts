import { expect, test } from "vitest";
import { fillOf, MARKET, NOW, putVault } from "@/lib/vault/vaultFixture";
import { sampleBook } from "../bookFixture";
import { bookValues } from "../bookValues";
import { bookWithUnits, unitChanges } from "./bookWithUnits";
import { vaultUnit } from "./vaultUnit";

const made = vaultUnit({ vault: putVault(), fills: [fillOf()], market: MARKET, now: NOW });
if (!made.ok) throw new Error(made.reason);
const { unit } = made;

test("default: a dollar of each vault after the book's own parts, on its coin", () => {
  const { coins, parts } = sampleBook();
  const other = { ...unit, coin: { ...unit.coin, symbol: "SOL" } };
  const book = bookWithUnits({ coins: coins.slice(1), parts: [] }, [unit, other, unit]);
  expect(book.coins.map(({ symbol }) => symbol)).toEqual(["BTC", "ETH", "SOL"]);
  expect(book.parts.map(({ coin }) => coin)).toEqual([1, 2, 1]);
  for (const value of bookValues(book)) expect(value).toBeCloseTo(1, 12);
  const whole = bookWithUnits({ coins, parts }, [unit]);
  expect(whole.coins).toEqual(coins);
  expect(whole.parts.slice(0, -1)).toEqual(parts);
});

test("behavior: columns come apart into the book's change and each dollar's", () => {
  const columns = [Float64Array.of(1, 2), Float64Array.of(10, 20), Float64Array.of(0.1, -0.1)];
  expect(unitChanges(columns, 2)).toEqual({ own: Float64Array.of(11, 22), perDollar: [Float64Array.of(0.1, -0.1)] });
  expect(unitChanges(columns, 0).own).toEqual(Float64Array.of(0, 0));
  expect(unitChanges([], 0)).toEqual({ own: new Float64Array(0), perDollar: [] });
});
