import { type Address, parseAbi } from "viem";
import { axeViolations } from "../accessibility/axeViolations";
import type { Chain } from "../fixtures/Chain";
import { assetsFor, lastSettlement, sharesFor } from "../fixtures/settlement";
import { expect, test } from "../fixtures/test";
import { holdings, partyOf, type TestVault, vaultOf } from "../fixtures/vaultState";
import { ActivityPage } from "../pages/ActivityPage";
import { Frame } from "../pages/Frame";
import { LocalBar } from "../pages/LocalBar";
import { followToConfirmation, Review } from "../pages/Review";
import { VaultPage } from "../pages/VaultPage";

const EVENTS = parseAbi([
  "event DepositRequest(address indexed controller, address indexed owner, uint256 indexed requestId, address sender, uint256 assets)",
]);

const TEXT = "12345.678901";
const DEPOSITED = 12_345_678_901n;
const PUT = "ETH Cash-Secured Put";

/** Lines of a file of values without quotes, by the names in its head. */
function table(text: string): Record<string, string>[] {
  const [head = "", ...lines] = text.trimEnd().split("\r\n");
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, index) => [names[index] ?? "", cell])));
}

/** An amount of smallest units as a plain decimal, by this file's own arithmetic. */
function decimal(amount: bigint, decimals: number): string {
  const digits = String(amount).padStart(decimals + 1, "0");
  const fraction = digits.slice(-decimals).replace(/0+$/, "");
  return `${digits.slice(0, -decimals)}${fraction === "" ? "" : `.${fraction}`}`;
}

test.describe("with the time machine", () => {
  test.use({ profile: "local" });

  test("a deposit waits, is claimable after the epoch and claimed; the files say the same to the unit", async ({
    page,
    chain,
    devnet,
  }) => {
    const vault = vaultOf(devnet.deployment, "cashSecuredPut");
    const newcomer = partyOf(devnet.deployment, "demo");
    const local = new LocalBar(page);
    const vaultPage = new VaultPage(page);
    const activity = new ActivityPage(page);

    await test.step("nothing yet", async () => {
      await activity.go();
      await expect(page.getByRole("heading", { name: "No wallet is connected" })).toBeVisible();
      await local.connect("Newcomer");
      await expect(page.getByRole("heading", { name: "No activity yet" })).toBeVisible();
    });

    await test.step("deposit", async () => {
      await vaultPage.open(vault);
      await vaultPage.deposit(TEXT);
      await new Review(page, /^Deposit 12,345\.67 USDC/).accept("Sign permit for USDC");
      await local.sign("Permit");
      await local.sign("Transaction");
      await followToConfirmation(page, { chain, subject: "Deposit request" });
    });

    await test.step("it waits, with the one date", async () => {
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Activity" }).click();
      await expect(activity.request(PUT, "12,345.67 USDC", "Pending")).toContainText("end of the epoch: Fri ");
      await expect(activity.action("Cancel", PUT)).toBeVisible();
      await expect(activity.flow(PUT, "Deposit", "12,345.67 USDC")).toContainText("$12,345.68");
      const { name, text } = await activity.saved("Calendar (.ics)");
      expect(name).toMatch(/^ballast-[0-9a-f]{8}-dates\.ics$/);
      expect(text.replaceAll("\r\n ", "")).toContain(`SUMMARY:${PUT}: deposit of 12\\,345.67 USDC is executed\r\n`);
      expect(text).toMatch(/^DTSTART:\d{8}T080000Z\r$/m);
    });

    const due = await test.step("the epoch ends: claimable at its price", async () => {
      await local.jump();
      const settlement = await lastSettlement(chain, vault);
      await expect(activity.request(PUT, "Claimable")).toContainText(`end of epoch ${settlement.epoch}`);
      return {
        shares: sharesFor(DEPOSITED, settlement),
        worth: assetsFor(sharesFor(DEPOSITED, settlement), settlement),
      };
    });

    await test.step("claim from the page", async () => {
      await activity.action("Claim", PUT).click();
      await new Review(page, /^Claim /).accept("Claim shares");
      await local.sign("Transaction");
      await followToConfirmation(page, { chain, subject: "Claim" });
      await expect(activity.request(PUT, "Claimed")).toContainText("None: it is done.");
      await expect(activity.open).toHaveCount(0);
      expect((await holdings(chain, vault, newcomer)).shares).toBe(due.shares);
    });

    await test.step("the files", async () => {
      const requests = table((await activity.saved("Requests (CSV)")).text);
      expect(requests).toMatchObject([
        { kind: "deposit", unit: "USDC", amount: TEXT, claimed: TEXT, pending: "0", became: decimal(due.shares, 18) },
      ]);
      const flows = table((await activity.saved("Cash flows (CSV)")).text);
      expect(flows).toMatchObject([{ kind: "deposit", direction: "in", assets: TEXT, asset_usd: "1.00000000" }]);
      const content = JSON.parse((await activity.saved("Everything (JSON)")).text);
      expect(content.account.toLowerCase()).toBe(newcomer.toLowerCase());
      expect(content.results).toMatchObject([{ in: TEXT, out: "0", value: decimal(due.worth, 6), cost: TEXT }]);
      expect(Object.keys(content.columns.requests)).toEqual(Object.keys(content.requests[0]));
    });
  });
});

/** What an account ever deposited in a vault, from the chain without the app's readers. */
async function depositedIn(chain: Chain, vault: TestVault, controller: Address): Promise<bigint> {
  const range = { address: vault.address, abi: EVENTS, eventName: "DepositRequest", args: { controller } } as const;
  const logs = await chain.client.getContractEvents({ ...range, fromBlock: 0n, strict: true });
  return logs.reduce((sum, { args }) => sum + args.assets, 0n);
}

test("anyone's activity is a link, read without a wallet; its account claims all with one press", {
  tag: "@wallet",
}, async ({ page, chain, devnet, wallet }) => {
  await wallet.switchAccount(2);
  const activity = new ActivityPage(page);
  const condor = vaultOf(devnet.deployment, "ironCondor");
  const put = vaultOf(devnet.deployment, "cashSecuredPut");

  await test.step("typed, then shared", async () => {
    await activity.go();
    const field = page.getByLabel("Look at another address");
    await field.fill("0x12");
    await page.getByRole("button", { name: "Show activity" }).click();
    await expect(page.getByText("An address is 0x and 40 digits")).toBeVisible();
    await field.fill(` ${wallet.address} `);
    await field.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/activity/${wallet.address}$`));
    await expect(activity.open).toHaveCount(4);
    await expect(activity.open.getByRole("button")).toHaveCount(0);
    await page.goto("/activity/0x12");
    await expect(page.getByRole("heading", { name: "The link names no address" })).toBeVisible();
    await activity.go(wallet.address);
    await expect(activity.request("Pending")).toHaveCount(2);
    await expect(activity.request("Claimable")).toHaveCount(2);
  });

  await test.step("the same sums as the chain's", async () => {
    const { results } = JSON.parse((await activity.saved("Everything (JSON)")).text);
    for (const vault of [condor, put]) {
      const found = results.find((one: { vault_address: string }) => one.vault_address === vault.address);
      expect(found.in).toBe(decimal(await depositedIn(chain, vault, wallet.address), vault.decimals));
    }
    await expect(activity.result("ETH Iron Condor")).toContainText("40,000.00 USDC");
  });

  await test.step("nothing is wider than the screen, and axe finds nothing", async () => {
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await axeViolations(page), `${width} px`).toEqual([]);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond).toBeLessThanOrEqual(0);
      await expect(page.getByRole("main")).not.toContainText(/\bNaN\b|undefined|Infinity|\[object/);
    }
  });

  await test.step("claim all: one after the other", async () => {
    await new Frame(page).connect(wallet.address);
    await expect(activity.claimAll).toHaveText("Claim all 2");
    await activity.claimAll.click();
    const first = new Review(page, /^Claim /);
    await first.accept(/^Claim (USDC|shares)$/);
    await expect(new Frame(page).news(/Claim is in block/)).toBeVisible();
    await expect(first.dialog).toBeHidden();
    await chain.mine();
    await expect(first.dialog).toBeVisible();
    await first.accept(/^Claim (USDC|shares)$/);
    await followToConfirmation(page, { chain, subject: "Claim" });
    await expect(activity.request("Claimable")).toHaveCount(0);
    await expect(activity.open).toHaveCount(2);
    const none = { claimableDepositShares: 0n, claimableRedeemAssets: 0n };
    expect((await holdings(chain, condor, wallet.address)).requests).toMatchObject(none);
    expect((await holdings(chain, put, wallet.address)).requests).toMatchObject(none);
  });
});
