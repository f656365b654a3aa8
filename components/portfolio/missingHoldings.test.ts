import { expect, test } from "vitest";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import { limitsUnknown } from "@/lib/format/describeMandate";
import { heldVault } from "@/lib/risk/vaultHoldingFixture";
import { putVault } from "@/lib/vault/vaultFixture";
import { isIncomplete, missingHoldings, unpricedNames } from "./missingHoldings";
import { NOTHING_ELSEWHERE } from "./otherHoldings";
import { portfolioTotals } from "./portfolioTotals";
import { EMPTY_WALLET } from "./walletView";

const whole = { holdings: [heldVault()], others: NOTHING_ELSEWHERE, wallet: EMPTY_WALLET, leftOut: [] };
const failure = new GarbledAnswerError("totalAssets");
const odd = { symbol: "ODD", units: 1, usd: Number.NaN, part: null };

test("default: where everything is read and priced nothing is missing", () => {
  expect(missingHoldings(whole)).toEqual([]);
  expect(isIncomplete(whole)).toBe(false);
});

test("behavior: everything that is in no figure is named, once", () => {
  const all = {
    holdings: [heldVault({ vault: putVault({ name: "Silent" }), fills: [] })],
    others: { ...NOTHING_ELSEWHERE, unpriced: ["ODD owed to Aave v3"], failures: [{ name: "Aave v3", failure }] },
    wallet: { ...EMPTY_WALLET, unpriced: ["ETH options", "ETH options"], failure },
    leftOut: ["Base"],
  };
  const names = [
    "Silent",
    "ODD owed to Aave v3",
    "Aave v3",
    "ETH options",
    "a part of the wallet",
    "everything on Base",
  ];
  expect(missingHoldings(all)).toEqual(names);
  for (const one of [
    { ...whole, holdings: all.holdings },
    { ...whole, others: { ...NOTHING_ELSEWHERE, unpriced: ["ODD"] } },
    { ...whole, others: { ...NOTHING_ELSEWHERE, failures: [{ name: "Aave v3", failure }] } },
    { ...whole, wallet: { ...EMPTY_WALLET, unpriced: ["ETH options"] } },
    { ...whole, wallet: { ...EMPTY_WALLET, failure } },
    { ...whole, leftOut: ["Base"] },
  ])
    expect(isIncomplete(one)).toBe(true);
  expect(portfolioTotals(all).missing).toEqual(names.slice(0, -1));
  expect(limitsUnknown(["ETH options", "ODD"])).toBe("No limit is judged: ETH options and ODD are in no figure.");
});

test("behavior: a plain token of the wallet is missing only where its tokens count", () => {
  const wallet = { ...EMPTY_WALLET, tokens: [odd], unpriced: ["ODD"], unread: ["BAD"] };
  expect(missingHoldings({ ...whole, wallet })).toEqual([]);
  expect(missingHoldings({ ...whole, wallet: { ...wallet, isCounted: true } })).toEqual(["ODD", "BAD"]);
});

test("behavior: an address that has unpriced options alone is not an empty one", () => {
  expect(unpricedNames({ ...whole, wallet: { ...EMPTY_WALLET, unpriced: ["ETH options"] } })).toEqual(["ETH options"]);
  expect(unpricedNames(whole)).toEqual([]);
});
