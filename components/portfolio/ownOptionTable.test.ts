import { expect, test } from "vitest";
import type { OwnOptionRow } from "@/lib/risk/wallet/ownOptionRows";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { leftOutText, ownLines } from "./ownOptionTable";
import { EMPTY_WALLET, joinedWallets } from "./walletView";

const EXPIRY = unixSeconds(1_795_766_400n);

function row(changes: Partial<OwnOptionRow>): OwnOptionRow {
  const volatility = { volatility: 0.6, source: "fills" } as const;
  return {
    ...{
      key: "one",
      heldAs: "token",
      state: "open",
      coin: "ETH",
      isPut: false,
      strike: 3_500,
      expiry: EXPIRY,
      size: 2,
    },
    ...{ settlesIn: "underlying", quote: "USDC", usd: 57, settledUnits: 0, volatility },
    leg: { isPut: false, strike: 3_500, size: 2, timeToExpiryYears: 7 / 365, volatility: 0.6 },
    ...changes,
  };
}

const worth = { kind: "coin", symbol: "ETH", spot: 3_400 } as const;
const part = {
  ...{ id: "options/eth", name: "Own ETH options", coinUnits: 0, quoteUnits: 0, quote: "USDC", legs: [] },
  settlesIn: "underlying" as const,
};

test("default: an option by its coin, strike and kind, with its own Greeks; what is owed is below 0", () => {
  const sold = row({ key: "two", heldAs: "account", isPut: true, size: -1.5, settlesIn: "quote", leg: null });
  const [line, other] = ownLines({ ...EMPTY_WALLET, options: [row({}), sold], optionParts: [{ worth, part }] });
  expect(line).toMatchObject({ name: "ETH $3,500 call", note: "token, pays in ETH", size: "2.0000" });
  expect(line?.greeks?.delta).toBeGreaterThan(0);
  expect(other).toMatchObject({ note: "margin account, pays in USDC", size: "−1.5000", greeks: null });
});

test("behavior: what is settled has one line a coin and asset, and none where it pays nothing", () => {
  const settled = { state: "settled", leg: null, volatility: null } as const;
  const options = [
    row({ ...settled, key: "a", usd: 340, settledUnits: 0.1 }),
    row({ ...settled, key: "b", usd: 680, settledUnits: 0.2 }),
    row({ ...settled, key: "c", usd: 0 }),
    row({ ...settled, key: "d", usd: 100, settledUnits: 100, settlesIn: "quote", isPut: true }),
  ];
  const lines = ownLines({ ...EMPTY_WALLET, options });
  expect(lines.map(({ name, note, size }) => [name, note, size])).toEqual([
    ["2 settled ETH options", "ready to take in ETH", "0.3000"],
    ["ETH $3,500 put", "ready to take in USDC", "100.00"],
  ]);
  expect(lines[0]?.usd).toBe(1_020);
});

test("behavior: money has its own lines, and another chain its name", () => {
  const cash = [
    {
      ...{ key: "c", kind: "collateral" as const, coin: null, symbol: "USDC", units: 5, usd: 5 },
      under: "ETH",
      expiry: EXPIRY,
    },
    {
      ...{ key: "d", kind: "claim" as const, coin: "ETH", symbol: "WETH", units: 1, usd: 3_400 },
      under: null,
      expiry: null,
    },
  ];
  const lines = ownLines({ ...EMPTY_WALLET, cash: cash.map((one) => ({ ...one, on: "Base" })) });
  expect(lines.map(({ name, size }) => [name, size])).toEqual([
    ["USDC as collateral on Base", "5.00"],
    ["WETH to withdraw on Base", "1.0000"],
  ]);
});

test("behavior: what was not read is said by its number, and nothing is said of nothing", () => {
  expect(leftOutText({ leftOut: 0 })).toBeNull();
  expect(leftOutText({ leftOut: 1 })).toMatch(/^1 more series was not read/);
  expect(leftOutText({ leftOut: 1_200 })).toMatch(/^1,200 more series were not read/);
});

test("behavior: wallets of two chains leave out what both do, each named", () => {
  const here = { ...EMPTY_WALLET, leftOut: 12, unpriced: ["12 more series on Base"] };
  const there = { ...EMPTY_WALLET, leftOut: 3, unpriced: ["3 more series on Optimism"] };
  expect(joinedWallets([here, there])).toMatchObject({
    leftOut: 15,
    unpriced: ["12 more series on Base", "3 more series on Optimism"],
  });
});
