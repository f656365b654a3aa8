import type { Hex } from "viem";
import type { Request } from "../fixtures/TestWallet";
import { expect, test } from "../fixtures/test";
import { holdings, NO_REQUESTS, vaultOf } from "../fixtures/vaultState";
import { followToConfirmation } from "../pages/Review";
import { reviewDeposit } from "../pages/reviewDeposit";

const STRANGER = `0x${"bd".repeat(20)}`;
const SUBJECT = "Deposit request";
const PERMIT = "Sign permit for USDC";
const SCREENS = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };
/** What nobody should have to look for before signing. */
const IN_SIGHT = [
  "Leaves your wallet, USDC",
  "Reaches Ballast ETH Iron Condor, USDC",
  "Network fee",
  /^You can lose up to/,
];
const DEPOSITED = { ...NO_REQUESTS, pendingDepositAssets: 1_000_000_000n };

/** A lie about one kind of request; the rest goes through as it is. */
function lieAbout(method: string, change: (params: readonly unknown[]) => readonly unknown[]) {
  return (request: Request): Request =>
    request.method === method ? { ...request, params: change(request.params ?? []) } : request;
}

test("a permit for somebody else is thrown away, and the honest one that follows is used @wallet", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  wallet.lie = lieAbout("eth_signTypedData_v4", ([account, json]) => {
    const typed = JSON.parse(String(json)) as { message: object };
    return [account, JSON.stringify({ ...typed, message: { ...typed.message, spender: STRANGER } })];
  });
  const { review } = await reviewDeposit(page, { vault, wallet });
  for (const size of [SCREENS.narrow, SCREENS.wide]) {
    await page.setViewportSize(size);
    for (const what of IN_SIGHT) await expect(review.dialog.getByText(what)).toBeInViewport({ ratio: 1 });
  }
  await review.accept(PERMIT);
  await expect(review.alert).toContainText("Your wallet signed something else than was shown.");
  await expect(review.alert).toContainText(`It was for the account ${wallet.address}`);
  expect(wallet.asked("eth_sendTransaction")).toBe(0);

  wallet.lie = undefined;
  await review.dialog.getByRole("button", { name: "Try again" }).click();
  await review.accept(PERMIT);
  await followToConfirmation(page, { chain, subject: SUBJECT });
  expect((await holdings(chain, vault, wallet.address)).requests).toEqual(DEPOSITED);
});

test("a transaction to another contract is reported with both addresses, and never called confirmed @wallet", async ({
  page,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  wallet.lie = lieAbout("eth_sendTransaction", ([asked]) => [{ ...(asked as object), to: STRANGER }]);
  const { frame, review } = await reviewDeposit(page, { vault, wallet });
  await review.accept(PERMIT);
  const { strategyRouter } = devnet.deployment.addresses;
  await frame.expectSentOther([new RegExp(`It was for the contract ${strategyRouter}`, "i"), STRANGER]);
});

test("a transaction that waits is told why, sped up, and the faster one is followed @wallet", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const { frame, review } = await reviewDeposit(page, { vault, wallet });
  await chain.withoutMining(async () => {
    await review.accept(PERMIT);
    const news = frame.news("Deposit request sent");
    await expect(news).toContainText("It has waited for a while", { timeout: 45_000 });
    await news.getByRole("button", { name: "Speed up" }).click();
    await expect.poll(() => wallet.sent.length).toBe(2);
    await expect(news).toContainText("Waiting for its block.");
  });
  await chain.mine();
  await expect(frame.news(`${SUBJECT} confirmed`)).toBeVisible();
  const [slow, fast] = wallet.sent as [Hex, Hex];
  expect(await chain.client.getTransactionReceipt({ hash: fast })).toMatchObject({ status: "success" });
  await expect(chain.client.getTransactionReceipt({ hash: slow })).rejects.toThrow();
  expect((await holdings(chain, vault, wallet.address)).requests).toEqual(DEPOSITED);
});

test("a transaction that waits is cancelled, and nothing was taken @wallet", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const before = await holdings(chain, vault, wallet.address);
  const { frame, review } = await reviewDeposit(page, { vault, wallet });
  await chain.withoutMining(async () => {
    await review.accept(PERMIT);
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
  const { review } = await reviewDeposit(page, { vault, wallet });
  const answer = wallet.hold("eth_signTypedData_v4");
  await review.accept(PERMIT);
  await expect.poll(() => wallet.asked("eth_signTypedData_v4")).toBe(1);
  for (const _ of [1, 2, 3]) await page.keyboard.press("Escape");
  await expect(review.dialog).toBeVisible();
  await expect(review.dialog).toContainText(/Network fee\s*up to about [\d.]+ ETH/);
  answer();
  await followToConfirmation(page, { chain, subject: SUBJECT });
});
