import { describe, expect, it } from "vitest";
import { shares } from "@/lib/units/Shares";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { WAD } from "@/lib/units/Wad";
import { type Act, dayOf, lived } from "@/lib/vault/activityFixture";
import type { Vault } from "@/lib/vault/Vault";
import { NOW, OWNER, positionOf, putVault, WETH } from "@/lib/vault/vaultFixture";
import { activityBook, pricedTimes } from "./activityBook";
import { calendarFile, everythingFile, flowsFile, requestsFile, resultsFile } from "./activityFiles";
import { bookTotals } from "./bookTotals";

const USDC = 1_000_000n;
const ACTS: Act[] = [
  { kind: "deposit", amount: 1_000n * USDC },
  { kind: "execute", price: WAD, others: 0n, room: 10n ** 30n },
  { kind: "claimShares", perMille: 1000n },
  { kind: "send", amount: 100n * WAD },
  { kind: "withdraw", amount: 300n * WAD },
  { kind: "execute", price: 2n * WAD, others: 0n, room: 10n ** 30n },
  { kind: "deposit", amount: 50n * USDC },
];

function activityOf(vault: Vault) {
  const { events, state } = lived(ACTS);
  const own = { vault: vault.address, events, requests: state.requests, shares: state.shares };
  return { account: OWNER, blockNumber: 100n, blockTimestamp: NOW, vaults: [own] };
}

function inputOf(vault = putVault()) {
  const books = activityBook(activityOf(vault), [vault], []);
  return { account: OWNER, block: { number: 100n, time: NOW }, books };
}

const linesOf = (text: string) => text.trimEnd().split("\r\n");

describe("books", () => {
  it("default: shares at the price of the last settlement, everything in dollars together", () => {
    const [book] = inputOf().books;
    expect(book?.basis).toMatchObject({ inAssets: 1_050n * USDC, outAssets: 100n * USDC, realisedAssets: 0n });
    // 600 shares at 2, 600 USDC to claim, 50 that wait.
    expect(book?.result).toMatchObject({ valueAssets: 1_850n * USDC, resultAssets: 900n * USDC, resultUsd: 900 });
    expect(bookTotals(inputOf().books)).toMatchObject({ inUsd: 1_050, outUsd: 100, valueUsd: 1_850, resultUsd: 900 });
  });

  it("behavior: of a coin each flow needs a price of its time, and without one dollars are unknown", () => {
    const vault = putVault({ asset: WETH });
    expect(pricedTimes(activityOf(vault), [vault])).toEqual([dayOf(0), dayOf(3), dayOf(6)]);
    expect(pricedTimes(activityOf(putVault()), [putVault()])).toEqual([]);
    expect(activityBook(activityOf(vault), [vault], [])[0]?.basis.inUsd).toBeNaN();
    const days = [dayOf(0), dayOf(3), dayOf(6)].map(Number);
    const told = activityBook(activityOf(vault), [vault], [{ coin: "ETH", days, closes: [3_000, 3_100, 3_200] }]);
    expect(told[0]?.basis.flows.map(({ assetUsd }) => assetUsd)).toEqual([3_000, 3_100, 3_200]);
  });
});

describe("files", () => {
  it("default: a line a request, a flow, a vault, under the names that the page explains", () => {
    const [head, first, second, third] = linesOf(requestsFile(inputOf()).text);
    expect(head).toMatch(/^requested_at,chain_id,vault,.*,amount,pending,claimable,claimed,refundable,returned,/);
    expect(first).toContain("2026-09-21");
    expect(first).toContain(",deposit,USDC,1000,0,0,1000,0,0,");
    expect(second).toContain(",redeem,blUSDC-CSP,300,0,300,0,0,0,");
    expect(third).toContain(",deposit,USDC,50,50,0,0,0,0,,,,,,,");
    const flows = linesOf(flowsFile(inputOf()).text);
    expect(flows).toHaveLength(4);
    expect(flows[2]).toContain(",sharesSent,out,100,100,1,1.00000000,100.00,0x5b5b");
    const [, result] = linesOf(resultsFile(inputOf()).text);
    expect(result).toContain(",1050,100,1850,");
  });

  it("behavior: everything in one file, with what each column means and how it was reckoned", () => {
    const { name, text } = everythingFile(inputOf());
    const content = JSON.parse(text);
    expect(name).toBe("ballast-a1a1a1a1-activity.json");
    expect(content).toMatchObject({ account: OWNER, block: "100", requests: [{ amount: "1000" }, {}, {}] });
    for (const [part, meanings] of [
      ["requests", content.columns.requests],
      ["cashFlows", content.columns.cashFlows],
      ["results", content.columns.results],
    ]) {
      expect(Object.keys(content[part][0])).toEqual(Object.keys(meanings));
    }
  });

  it("behavior: a hostile name is neither a formula nor a line of its own", () => {
    const vault = putVault({ name: '=HYPERLINK("x"),\r\n1' });
    const lines = linesOf(flowsFile(inputOf(vault)).text.replaceAll(/"(?:[^"]|"")*"/g, "quoted"));
    expect(lines).toHaveLength(4);
    expect(lines.slice(1).every((line) => line.split(",")[2] === "quoted")).toBe(true);
    expect(flowsFile(inputOf(vault)).text).toContain(`"'=HYPERLINK(""x""),`);
  });

  it("behavior: the calendar has what waits and since when the rest is ready", () => {
    const vault = putVault();
    const position = positionOf({ pendingRedeemShares: shares(7n * WAD) });
    const input = inputOf(vault);
    const { text } = calendarFile(input, [{ vault, position }], NOW);
    expect(text).toContain(
      "DTSTART:20261127T080000Z\r\nSUMMARY:ETH Put Income: withdrawal of 7.00 blUSDC-CSP is executed",
    );
    expect(text).toContain("SUMMARY:ETH Put Income: assets of a withdrawal can be claimed");
    const uids = text.match(/^UID:.*$/gm) ?? [];
    expect(new Set(uids).size).toBe(2);
    expect(calendarFile(input, [{ vault, position }], unixSeconds(NOW + 60n)).text.match(/^UID:.*$/gm)).toEqual(uids);
  });
});
