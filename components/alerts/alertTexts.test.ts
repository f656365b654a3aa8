import { expect, test } from "vitest";
import { NOTHING_ELSEWHERE, type OtherHoldings } from "@/components/portfolio/otherHoldings";
import type { Portfolio } from "@/components/portfolio/usePortfolio";
import { EMPTY_WALLET } from "@/components/portfolio/walletView";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import type { NearestLiquidation } from "@/lib/risk/alerts/nearestLiquidation";
import { holdingsBook } from "@/lib/risk/holdingsBook";
import { heldVault } from "@/lib/risk/vaultHoldingFixture";
import { bps } from "@/lib/units/Bps";
import { price8 } from "@/lib/units/Price8";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { wad } from "@/lib/units/Wad";
import type { Loan } from "@/lib/vault/Loan";
import { fillOf, NOW, OWNER, positionOf, USDC } from "@/lib/vault/vaultFixture";
import { alertFacts } from "./alertFacts";
import { alertText, unknownShortfallText, unwatchedText } from "./alertTexts";

const KNOWN = { shortfall: { share: 0.04, isFinal: true }, feeds: "success" } as const;

/** Health 1.01 in a way of the pool's own: its parts explain nothing. */
const ODD: Loan = {
  ...{ chainId: 1, pool: USDC.address, poolName: "Aave v3", owner: OWNER, blockNumber: 1n, blockTimestamp: NOW },
  ...{ collateralValue: price8(0n), debtValue: price8(0n), liquidationThreshold: bps(0n) },
  ...{ health: wad(1_010_000_000_000_000_000n), parts: [], isExplained: false },
};

function portfolioWith(others: Partial<OtherHoldings>, leftOut: readonly string[] = []): Portfolio {
  return {
    ...{ holdings: [], others: { ...NOTHING_ELSEWHERE, ...others }, wallet: EMPTY_WALLET, book: holdingsBook([]) },
    ...{ marketOf: () => undefined, fillsOf: () => [], now: NOW, isReadingFills: false, vaults: [], leftOut },
  };
}

test("behavior: a loan that its pool counts in a way of its own is watched by the pool's health", () => {
  const atRisk = [{ poolName: "Aave v3", owner: OWNER, sides: null }];
  const [fact] = alertFacts(portfolioWith({ loans: [ODD], atRisk }), KNOWN).loans;
  expect(fact).toMatchObject({
    id: `1 ${USDC.address} ${OWNER}`.toLowerCase(),
    nearest: { by: "health", move: expect.closeTo(-1 / 101, 9) },
  });
});

test("behavior: one whose coins the feeds have not named yet waits for them, and is watched by its health if they fail", () => {
  const others = { loans: [{ ...ODD, isExplained: true }], atRisk: [{ poolName: "", owner: OWNER, sides: null }] };
  const loansWhen = (feeds: "pending" | "error") => alertFacts(portfolioWith(others), { ...KNOWN, feeds });
  expect([loansWhen("pending").loans.length, loansWhen("pending").isComplete]).toEqual([0, false]);
  expect([loansWhen("error").loans.length, loansWhen("error").isComplete]).toEqual([1, false]);
});

test("behavior: what was not read is named, and nothing is held for gone", () => {
  const failures = [{ name: "Aave v3", failure: new GarbledAnswerError("loan") }];
  const facts = alertFacts(portfolioWith({ failures }, ["Base"]), KNOWN);
  expect([facts.unwatched, facts.isComplete]).toEqual([["Aave v3", "Base"], false]);
  expect(unwatchedText("Aave v3")).toBe("Aave v3 was not read: a loan there cannot be watched.");
  expect(unknownShortfallText(["Aave v3", "Base"])).toEqual([
    "The shortfall is not known without Aave v3 and Base: it cannot be watched.",
  ]);
  expect(unknownShortfallText([])).toEqual([]);
});

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
  const facts = alertFacts(portfolio, KNOWN);
  expect(facts.vaults).toEqual([
    {
      id: `31337/${holding.vault.address.toLowerCase()}`,
      name: expect.any(String),
      settledEpoch: holding.vault.epoch.number - 1,
    },
  ]);
  expect(facts.claimables.map(({ amount }) => amount)).toEqual(["5.00 USDC"]);
  expect(facts.loans).toEqual([]);
  expect([facts.shortfallShare, facts.isComplete]).toEqual([0.04, true]);
});

test("behavior: news in words, with what it means", () => {
  const loan = (nearest: NearestLiquidation) => {
    const { title, body } = alertText({ key: "", kind: "liquidation", name: "The loan at Aave v3", nearest });
    return `${title}. ${body}`;
  };
  expect(loan({ by: "coin", coins: ["ETH"], move: -0.124 })).toBe(
    "The loan at Aave v3 is near liquidation. ETH falling alone by 12.4% would let anybody liquidate the loan.",
  );
  expect(loan({ by: "common", coins: ["ETH", "BTC"], move: -0.153 })).toContain(
    "ETH and BTC falling together by 15.3%",
  );
  expect(loan({ by: "health", coins: [], move: -0.0099 })).toContain("a fall of all its collateral by 1.0%");
  expect(loan({ by: "health", coins: [], move: 0 })).toBe(
    "The loan at Aave v3 can be liquidated. Anybody can liquidate it at today’s prices.",
  );
  expect(alertText({ key: "", kind: "shortfall", share: 0.061, limit: 0.05 }).body).toContain("6.1% of the net value");
  expect(alertText({ key: "", kind: "settled", name: "ETH Covered Call", epoch: 14 }).title).toContain(
    "epoch 14 is settled",
  );
  expect(alertText({ key: "", kind: "claimable", name: "ETH Covered Call", amount: "1.00 WETH" }).title).toBe(
    "1.00 WETH can be taken",
  );
});
