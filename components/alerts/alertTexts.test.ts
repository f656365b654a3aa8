import { expect, test } from "vitest";
import { NOTHING_ELSEWHERE } from "@/components/portfolio/otherHoldings";
import { EMPTY_WALLET } from "@/components/portfolio/walletView";
import { holdingsBook } from "@/lib/risk/holdingsBook";
import { heldVault } from "@/lib/risk/vaultHoldingFixture";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { fillOf, NOW, positionOf } from "@/lib/vault/vaultFixture";
import { alertFacts } from "./alertFacts";
import { alertText } from "./alertTexts";

test("default: facts are the portfolio's own: the last settlement of each vault, and what can be taken", () => {
  const requests = { claimableRedeemAssets: tokenAmount(5_000_000n), claimableRedeemShares: shares(4n * 10n ** 18n) };
  const holding = heldVault({ position: positionOf(requests, { shares: shares(10n ** 18n) }), fills: [fillOf()] });
  const portfolio = {
    ...{
      holdings: [holding],
      others: NOTHING_ELSEWHERE,
      wallet: EMPTY_WALLET,
      book: holdingsBook([holding]),
      marketOf: () => undefined,
    },
    ...{ fillsOf: () => [], now: NOW, isReadingFills: false, vaults: [], leftOut: [] },
  };
  const facts = alertFacts(portfolio, 0.04);
  expect(facts.vaults).toEqual([
    {
      id: `31337/${holding.vault.address.toLowerCase()}`,
      name: expect.any(String),
      settledEpoch: holding.vault.epoch.number - 1,
    },
  ]);
  expect(facts.claimables.map(({ amount }) => amount)).toEqual(["5.00 USDC"]);
  expect(facts.loans).toEqual([]);
});

test("behavior: news in words, with what it means", () => {
  const loan = alertText({ key: "", kind: "liquidation", name: "The loan at Aave v3", distance: -0.124 });
  expect(`${loan.title}. ${loan.body}`).toBe(
    "The loan at Aave v3 is near liquidation. A move of −12.4% would let anybody liquidate the loan.",
  );
  expect(alertText({ key: "", kind: "shortfall", share: 0.061, limit: 0.05 }).body).toContain("6.1% of the net value");
  expect(alertText({ key: "", kind: "settled", name: "ETH Covered Call", epoch: 14 }).title).toContain(
    "epoch 14 is settled",
  );
  expect(alertText({ key: "", kind: "claimable", name: "ETH Covered Call", amount: "1.00 WETH" }).title).toBe(
    "1.00 WETH can be taken",
  );
});
