import { expect, test } from "vitest";
import { holdingParts } from "@/lib/risk/holdingParts";
import { holdingsBook } from "@/lib/risk/holdingsBook";
import { heldVault } from "@/lib/risk/vaultHoldingFixture";
import { putVault } from "@/lib/vault/vaultFixture";
import { distributionCsv, POSITION_COLUMNS, positionsCsv, walletCsv } from "./portfolioFiles";
import { EMPTY_WALLET } from "./walletView";

const linesOf = (csv: string) =>
  csv
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));

test("default: one line a vault, plain numbers under the stated columns", () => {
  const holding = heldVault();
  const [head = [], line = []] = linesOf(positionsCsv({ holdings: [holding], book: holdingsBook([holding]) }, null));
  expect(head).toEqual(POSITION_COLUMNS.map(({ name }) => name));
  const cell = (name: string) => line[head.indexOf(name)];
  expect(cell("shares_usd")).toBe(holdingParts(holding).sharesUsd.toFixed(2));
  expect(cell("shares")).toBe("9500");
  expect(Number(cell("gamma"))).toBeLessThan(0);
  expect(cell("shortfall_share_usd")).toBe("");
});

test("behavior: a hostile vault's name runs nothing in a spreadsheet", () => {
  const holding = heldVault({ vault: putVault({ name: '=cmd|"/c calc"!A1' }) });
  const csv = positionsCsv({ holdings: [holding], book: holdingsBook([holding]) }, null);
  expect(csv).toContain(`"'=cmd|""/c calc""!A1"`);
});

test("behavior: a wallet's file says of each line whether it counts, and a hostile symbol runs nothing", () => {
  const tokens = [{ symbol: "=1+1", units: 2, usd: Number.NaN, part: null }];
  const cash = [
    {
      ...{ key: "claim", kind: "claim" as const, coin: null, symbol: "USDC", units: 5, usd: 5 },
      under: null,
      expiry: null,
    },
  ];
  const [head, ...lines] = linesOf(walletCsv({ ...EMPTY_WALLET, tokens, cash, isCounted: true }));
  expect(head).toEqual(["kind", "name", "units", "expires", "value_usd", "counted"]);
  expect(lines).toEqual([
    ["money", "USDC claim", "5.000000000", "", "5.00", "yes"],
    ["token", "'=1+1", "2.000000000", "", "", "no"],
  ]);
});

test("behavior: a distribution has every scenario, those beyond its picture too", () => {
  const histogram = { edges: [-10, 0, 10], counts: [3, 4], below: 1, above: 2 };
  const [, ...lines] = linesOf(distributionCsv({ histogram }));
  expect(lines).toEqual([
    ["", "-10.00", "1"],
    ["-10.00", "0.00", "3"],
    ["0.00", "10.00", "4"],
    ["10.00", "", "2"],
  ]);
});
