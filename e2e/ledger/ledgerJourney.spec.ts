import type { Locator } from "@playwright/test";
import { parseUnits } from "viem";
import { expect } from "../fixtures/test";
import { holdings, partyOf, vaultOf } from "../fixtures/vaultState";
import { ChoosePage } from "../pages/ChoosePage";
import { LedgerDialog } from "../pages/LedgerDialog";
import { followToConfirmation, Review } from "../pages/Review";
import { VaultPage } from "../pages/VaultPage";
import { test } from "./ledgerTest";

const THOUSAND = parseUnits("1000", 6);

/** What the strategy puts into its first vault, of a thousand. */
const TO_PUT = parseUnits("375", 6);

/** The list in the review, line by line. */
async function listed(list: Locator) {
  return list.locator("li").allTextContents();
}

test("with a Ledger: address compared, deposit by permit and by approval, claim, withdrawal, a strategy; every screen was listed @wallet", async ({
  page,
  chain,
  devnet,
  ledger,
}) => {
  await page.clock.install();
  const vault = vaultOf(devnet.deployment, "cashSecuredPut");
  const account = partyOf(devnet.deployment, "portfolio");
  const vaultPage = new VaultPage(page);
  const deposit = new Review(page, /^Deposit 1,000\.00 USDC/);
  const guide = page.getByRole("region", { name: "On your Ledger" });
  const mine = () => holdings(chain, vault, account);
  await vaultPage.open(vault);
  await ledger.set({ person: "waits" });
  await new LedgerDialog(page).connect(account, "BIP-44");
  const beginning = await mine();

  /** The person looks at the next question, whose screens the review lists, and answers it. */
  const answer = async ({ isConfirmed = true, list = /^Screens/ } = {}) => {
    await expect(guide).toBeVisible();
    await expect.poll(async () => (await ledger.seen()).isAsking).toBe(true);
    const { screens } = await ledger.seen();
    const texts = screens.map(({ title, value }) => (value === null ? title : `${title} ${value}`));
    const lines = await listed(guide.getByRole("list", { name: list }).first());
    expect(lines.length).toBeGreaterThan(2);
    expect(texts.slice(-lines.length)).toEqual(lines);
    await ledger.decide(isConfirmed);
  };

  await test.step("before the first deposit the address is compared; a refusal stops that deposit alone", async () => {
    await vaultPage.deposit("1000");
    await expect(deposit.dialog.getByRole("region", { name: "Check your address" })).toContainText(account);
    await deposit.accept("Show my address on the Ledger");
    await answer({ isConfirmed: false });
    await expect(deposit.alert).toContainText("You refused the address on your Ledger. Nothing was signed");
    await deposit.dialog.getByRole("button", { name: "Show my address on the Ledger" }).click();
    await ledger.rest();
    await answer();
  });

  await test.step("deposit by permit, with every field shown by the setting that the review names", async () => {
    await expect(deposit.dialog).toContainText("Switch “Raw messages” on first.");
    await ledger.set({ showsRawMessages: true });
    await deposit.accept("Sign permit for USDC");
    await ledger.rest();
    await expect(guide).toContainText("none of the fields of Permit: not the spender, not the amount");
    await guide.getByText("While “Raw messages” is on").click();
    await answer({ list: /“Raw messages” on/ });
    await ledger.rest();
    await answer();
    await followToConfirmation(page, { chain, subject: "Deposit request" });
    const { assets, requests } = await mine();
    expect(assets).toBe(beginning.assets - THOUSAND);
    expect(requests.pendingDepositAssets).toBe(beginning.requests.pendingDepositAssets + THOUSAND);
  });

  await test.step("deposit by approval: no address is asked for again", async () => {
    await ledger.set({ showsRawMessages: false });
    await vaultPage.panel.getByRole("radio", { name: /^Approve/ }).check({ force: true });
    await vaultPage.deposit("1000");
    await deposit.accept("Approve USDC");
    await expect(guide).toContainText("neither the spender nor the amount of this approval");
    await answer();
    await expect(deposit.dialog.getByText(/Waiting for one more/)).toBeVisible();
    await chain.mine();
    await answer();
    await followToConfirmation(page, { chain, subject: "Deposit request" });
    expect((await mine()).assets).toBe(beginning.assets - 2n * THOUSAND);
  });

  await test.step("claim the shares that wait", async () => {
    await vaultPage.request("Claim").click();
    await new Review(page, /^Claim /).accept("Claim shares");
    await answer();
    await followToConfirmation(page, { chain, subject: "Claim" });
    const { shares } = await mine();
    expect(shares).toBe(beginning.shares + beginning.requests.claimableDepositShares);
    // The page has read it as well: from here on all of them is all.
    await expect(vaultPage.request("Claim")).toBeHidden();
  });

  await test.step("ask for all of it back", async () => {
    const { shares } = await mine();
    await vaultPage.withdrawAll();
    await new Review(page, /^Withdraw /).accept("Request withdrawal");
    await answer();
    await followToConfirmation(page, { chain, subject: "Withdrawal request" });
    expect(await mine()).toMatchObject({ shares: 0n, requests: { pendingRedeemShares: shares } });
  });

  await test.step("choose a strategy: one flat permit and one transaction for two vaults", async () => {
    const condor = vaultOf(devnet.deployment, "ironCondor");
    const both = () => Promise.all([mine(), holdings(chain, condor, account)]);
    const [put, other] = await both();
    const choose = new ChoosePage(page);
    await choose.openFromMenu();
    await choose.weight("ETH Cash-Secured Put").fill("37.5");
    await choose.deposit("1000");
    await deposit.accept("Sign permit for USDC");
    await expect(guide).toContainText("none of the fields of Permit: not the spender, not the amount");
    await answer();
    await ledger.rest();
    await expect(guide).toContainText("Transaction hash, compare it");
    await answer();
    await followToConfirmation(page, { chain, subject: "Deposit request" });
    const [putAfter, otherAfter] = await both();
    expect(putAfter.assets).toBe(put.assets - THOUSAND);
    expect(putAfter.requests.pendingDepositAssets).toBe(put.requests.pendingDepositAssets + TO_PUT);
    expect(otherAfter.requests.pendingDepositAssets).toBe(other.requests.pendingDepositAssets + THOUSAND - TO_PUT);
    await expect(choose.stored).toContainText("37.50% ETH Cash-Secured Put, 62.50% ETH Iron Condor");
  });

  expect(await ledger.seen()).toMatchObject({ bareHashes: 0, prompts: 1 });
});
