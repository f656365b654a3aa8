import { expect, test } from "../fixtures/test";
import { holdings, NO_REQUESTS, vaultOf } from "../fixtures/vaultState";
import { followToConfirmation } from "../pages/Review";
import { reviewDeposit } from "../pages/reviewDeposit";

test("a page that is reloaded after sending follows the same transaction and sends nothing more", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const { frame, review } = await reviewDeposit(page, { vault, wallet });
  await review.accept("Sign permit for USDC");
  await expect(frame.news(/^Deposit request is in block/)).toBeVisible();

  await page.reload();
  await followToConfirmation(page, { chain, subject: "Deposit request" });
  expect(wallet.asked("eth_sendTransaction")).toBe(1);
  const { requests } = await holdings(chain, vault, wallet.address);
  expect(requests).toEqual({ ...NO_REQUESTS, pendingDepositAssets: 1_000_000_000n });
});

test("a page that is reloaded while the wallet sends finds the transaction on the chain", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const { vaultPage, review } = await reviewDeposit(page, { vault, wallet });

  // The wallet sends while the page is away, so that the page never hears the hash.
  wallet.beforeSend = () => page.goto("about:blank").then(() => undefined);
  await review.accept("Sign permit for USDC");
  await expect.poll(() => wallet.sent.length).toBe(1);
  await vaultPage.open(vault);
  await followToConfirmation(page, { chain, subject: "Deposit request" });
  expect(wallet.asked("eth_sendTransaction")).toBe(1);
  const { requests } = await holdings(chain, vault, wallet.address);
  expect(requests).toEqual({ ...NO_REQUESTS, pendingDepositAssets: 1_000_000_000n });
});

test("a question left open in the wallet and a second attempt share a number, so that one deposit is made", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const { review } = await reviewDeposit(page, { vault, wallet });
  const answerFirst = wallet.hold("eth_sendTransaction");
  await review.accept("Sign permit for USDC");
  await expect.poll(() => wallet.asked("eth_sendTransaction")).toBe(1);

  await page.reload();
  await review.accept("Sign permit for USDC");
  await followToConfirmation(page, { chain, subject: "Deposit request" });
  answerFirst();
  await expect.poll(() => wallet.refused.length).toBe(1);
  expect(wallet.sent).toHaveLength(1);
  const { requests } = await holdings(chain, vault, wallet.address);
  expect(requests).toEqual({ ...NO_REQUESTS, pendingDepositAssets: 1_000_000_000n });
});
