import { expect, test } from "../fixtures/test";
import { holdings, NO_REQUESTS, vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";
import { Review } from "../pages/Review";
import { reviewDeposit } from "../pages/reviewDeposit";
import { VaultPage } from "../pages/VaultPage";

test("two tabs: one asks the wallet, the other says so; closed after sending, the other follows to the end", {
  tag: "@wallet",
}, async ({ page, chain, devnet, wallet }) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const { review } = await reviewDeposit(page, { vault, wallet });
  const second = await page.context().newPage();
  const [frame, secondPage] = [new Frame(second), new VaultPage(second)];
  await secondPage.open(vault);
  await expect(frame.account(wallet.address)).toBeVisible();
  await secondPage.deposit("2000");
  const secondReview = new Review(second, /^Deposit 2,000\.00 USDC/);

  const answerFirst = wallet.hold("eth_sendTransaction");
  await page.bringToFront();
  await review.accept("Sign permit for USDC");
  await expect.poll(() => wallet.asked("eth_sendTransaction")).toBe(1);
  await second.bringToFront();
  await secondReview.accept("Sign permit for USDC");
  await expect(secondReview.alert).toContainText("Another tab is busy with a transaction of this account.");
  await secondReview.dialog.getByRole("button", { name: "Cancel" }).click();

  await chain.withoutMining(async () => {
    answerFirst();
    await expect(frame.news("Deposit request sent")).toBeVisible();
    await page.close();
  });
  await chain.mine();
  await expect(frame.news("Deposit request confirmed")).toBeVisible();
  expect(wallet.asked("eth_sendTransaction")).toBe(1);
  const { requests } = await holdings(chain, vault, wallet.address);
  expect(requests).toEqual({ ...NO_REQUESTS, pendingDepositAssets: 1_000_000_000n });
});
