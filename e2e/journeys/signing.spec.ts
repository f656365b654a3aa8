import type { Page } from "@playwright/test";
import type { Hex } from "viem";
import type { Request } from "../fixtures/TestWallet";
import { expect, test } from "../fixtures/test";
import { holdings, NO_REQUESTS, vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";
import { followToConfirmation, Review } from "../pages/Review";
import { VaultPage } from "../pages/VaultPage";

const STRANGER = `0x${"bd".repeat(20)}`;
const TITLE = "Deposit request";

/** A lie about one kind of request; the rest goes through as it is. */
function lieAbout(method: string, change: (params: readonly unknown[]) => readonly unknown[]) {
  return (request: Request): Request =>
    request.method === method ? { ...request, params: change(request.params ?? []) } : request;
}

async function depositOn(page: Page, open: () => Promise<void>, address: string) {
  await open();
  await new Frame(page).connect(address);
  await new VaultPage(page).deposit("1000");
  await new Review(page, /^Deposit/).accept("Sign permit for USDC");
}

test("a permit for somebody else is thrown away, and the honest one that follows is used @wallet", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const review = new Review(page, /^Deposit/);
  wallet.lie = lieAbout("eth_signTypedData_v4", ([account, json]) => {
    const typed = JSON.parse(String(json)) as { message: object };
    return [account, JSON.stringify({ ...typed, message: { ...typed.message, spender: STRANGER } })];
  });
  await depositOn(page, () => new VaultPage(page).open(vault), wallet.address);
  await expect(review.alert).toContainText("Your wallet signed something else than was shown.");
  await expect(review.alert).toContainText(`It was for the account ${wallet.address}`);
  expect(wallet.asked("eth_sendTransaction")).toBe(0);

  wallet.lie = undefined;
  await review.dialog.getByRole("button", { name: "Try again" }).click();
  await review.accept("Sign permit for USDC");
  await followToConfirmation(page, { chain, subject: TITLE });
  const { requests } = await holdings(chain, vault, wallet.address);
  expect(requests).toEqual({ ...NO_REQUESTS, pendingDepositAssets: 1_000_000_000n });
});

test("a transaction to another contract is reported with both addresses, and never called confirmed @wallet", async ({
  page,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const frame = new Frame(page);
  wallet.lie = lieAbout("eth_sendTransaction", ([asked]) => [{ ...(asked as object), to: STRANGER }]);
  await depositOn(page, () => new VaultPage(page).open(vault), wallet.address);
  const news = frame.news("Your wallet sent another transaction than the one shown.");
  await expect(news).toContainText(`It was for the contract ${devnet.deployment.addresses.strategyRouter}`, {
    ignoreCase: true,
  });
  await expect(news).toContainText(STRANGER);
  await expect(frame.news(/confirmed/)).toHaveCount(0);
});

test("a transaction that waits is told why, sped up, and the faster one is followed @wallet", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const frame = new Frame(page);
  await new VaultPage(page).open(vault);
  await frame.connect(wallet.address);
  await new VaultPage(page).deposit("1000");
  await chain.withoutMining(async () => {
    await new Review(page, /^Deposit/).accept("Sign permit for USDC");
    const news = frame.news("Deposit request sent");
    await expect(news).toContainText("It has waited for a while", { timeout: 45_000 });
    await news.getByRole("button", { name: "Speed up" }).click();
    await expect.poll(() => wallet.sent.length).toBe(2);
    await expect(news).toContainText("Waiting for its block.");
  });
  await chain.mine();
  await expect(frame.news(`${TITLE} confirmed`)).toBeVisible();
  const [slow, fast] = wallet.sent as [Hex, Hex];
  expect(await chain.client.getTransactionReceipt({ hash: fast })).toMatchObject({ status: "success" });
  await expect(chain.client.getTransactionReceipt({ hash: slow })).rejects.toThrow();
  const { requests } = await holdings(chain, vault, wallet.address);
  expect(requests).toEqual({ ...NO_REQUESTS, pendingDepositAssets: 1_000_000_000n });
});

test("a transaction that waits is cancelled, and nothing was taken @wallet", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const frame = new Frame(page);
  const before = await holdings(chain, vault, wallet.address);
  await new VaultPage(page).open(vault);
  await frame.connect(wallet.address);
  await new VaultPage(page).deposit("1000");
  await chain.withoutMining(async () => {
    await new Review(page, /^Deposit/).accept("Sign permit for USDC");
    const news = frame.news("Deposit request sent");
    await news.getByRole("button", { name: "Cancel it" }).click({ timeout: 45_000 });
    await expect(news).toContainText("Your wallet sent an empty transaction with the same number.");
  });
  await expect(frame.news("Deposit request was cancelled in your wallet")).toContainText("nothing was taken");
  expect(await holdings(chain, vault, wallet.address)).toEqual(before);
});

test("while the wallet is asked the review cannot be put away, and what follows is seen @wallet", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const review = new Review(page, /^Deposit/);
  await new VaultPage(page).open(vault);
  await new Frame(page).connect(wallet.address);
  await new VaultPage(page).deposit("1000");
  const answer = wallet.hold("eth_signTypedData_v4");
  await review.accept("Sign permit for USDC");
  await expect.poll(() => wallet.asked("eth_signTypedData_v4")).toBe(1);
  for (const _ of [1, 2, 3]) await page.keyboard.press("Escape");
  await expect(review.dialog).toBeVisible();
  answer();
  await followToConfirmation(page, { chain, subject: TITLE });
});
