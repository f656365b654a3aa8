import { createElement, Fragment } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { holdingParts } from "@/lib/risk/holdingParts";
import { heldVault } from "@/lib/risk/vaultHoldingFixture";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { WAD } from "@/lib/units/Wad";
import { positionOf } from "@/lib/vault/vaultFixture";
import { portfolioTotals } from "../portfolio/portfolioTotals";
import { positionItems } from "./positionItems";

const held = (position = positionOf({}, { shares: shares(9_500n * WAD) })) => heldVault({ position });

const shown = (holding: ReturnType<typeof held>) =>
  positionItems(holding).map(({ key, value }) => {
    return [key, renderToStaticMarkup(createElement(Fragment, null, value)).replace(/<[^>]*>/g, "")] as const;
  });

const dollars = (text: string) => Math.round(100 * Number(text.replace("−", "-").replace(/[+$,]/g, "")));

test("default: shares alone have their value and no second total", () => {
  expect(shown(held()).map(([key]) => key)).toEqual([
    "Shares",
    "Worth when the epoch opened",
    "This epoch so far, before fees",
    "Value of these shares",
  ]);
});

test("behavior: what is ready is a line of its own, and the lines shown add up to the total shown", () => {
  const requests = { pendingDepositAssets: tokenAmount(70_000_000n), claimableRedeemAssets: tokenAmount(500_500_000n) };
  const holding = held(positionOf(requests, { shares: shares(9_500n * WAD) }));
  const lines = new Map(shown(holding));
  const of = (key: string) => dollars(lines.get(key) ?? "");
  expect(lines.get("Ready to claim")).toBe("$500.50");
  expect(lines.get("Waiting to join")).toBe("$70.00");
  expect(of("Worth when the epoch opened")).toBe(1_000_000);
  expect(of("Worth when the epoch opened") + of("This epoch so far, before fees")).toBe(of("Value of these shares"));
  expect(of("Value of these shares") + of("Waiting to join") + of("Ready to claim")).toBe(of("Total in this vault"));
});

test("behavior: the portfolio's sums are those of the vaults' pages, to the cent", () => {
  const requests = { claimableRedeemAssets: tokenAmount(333_333_333n) };
  const holdings = [held(), held(positionOf(requests, { shares: shares(1_234n * WAD) }))];
  const sum = holdings.reduce((total, holding) => total + Math.round(100 * holdingParts(holding).totalUsd), 0);
  expect(Math.round(100 * portfolioTotals({ holdings }).netUsd)).toBe(sum);
});

test("behavior: shares in open requests are said to be among the shares", () => {
  const leaving = positionOf({ pendingRedeemShares: shares(100n * WAD) }, { shares: shares(900n * WAD) });
  expect(shown(held(leaving))[0]?.[0]).toBe("Shares, requests included");
  const onlyReady = held(positionOf({ claimableRedeemAssets: tokenAmount(5_000_000n) }));
  expect(shown(onlyReady).map(([key]) => key)).toEqual(["Ready to claim", "Total in this vault"]);
});
