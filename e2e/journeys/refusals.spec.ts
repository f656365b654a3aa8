import { encodeFunctionData, parseAbi } from "viem";
import { expect, test } from "../fixtures/test";
import { holdings, NO_REQUESTS, partyOf, vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";
import { followToConfirmation } from "../pages/Review";
import { reviewDeposit } from "../pages/reviewDeposit";
import { VaultPage } from "../pages/VaultPage";

const GUARDIAN = parseAbi(["function pauseDeposits()"]);

test("a signature refused in the wallet loses nothing, and the same review goes on", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const before = await holdings(chain, vault, wallet.address);
  const { review } = await reviewDeposit(page, { vault, wallet });

  wallet.mode = "reject";
  await review.accept("Sign permit for USDC");
  await expect(review.alert).toContainText("You rejected it in your wallet. Nothing was sent, nothing was taken.");
  expect(wallet.asked("eth_sendTransaction")).toBe(0);
  expect(await holdings(chain, vault, wallet.address)).toEqual(before);

  wallet.mode = "approve";
  await review.dialog.getByRole("button", { name: "Try again" }).click();
  await review.accept("Sign permit for USDC");
  await followToConfirmation(page, { chain, subject: "Deposit request" });
  const { requests, assets } = await holdings(chain, vault, wallet.address);
  expect(requests).toEqual({ ...NO_REQUESTS, pendingDepositAssets: 1_000_000_000n });
  expect(assets).toBe(before.assets - 1_000_000_000n);
  expect(wallet.asked("eth_sendTransaction")).toBe(1);
});

test("a transaction that the chain refuses after all is told in one sentence, and nothing is taken", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const before = await holdings(chain, vault, wallet.address);
  const { vaultPage, frame, review } = await reviewDeposit(page, { vault, wallet });

  wallet.beforeSend = async () => {
    const data = encodeFunctionData({ abi: GUARDIAN, functionName: "pauseDeposits" });
    await chain.sendAs(partyOf(devnet.deployment, "guardian"), vault.address, data);
  };
  await review.accept("Sign permit for USDC");
  const news = frame.news("Deposit request failed, nothing was taken");
  await expect(news).toContainText(
    "The vault takes no deposits now. Its guardian paused new deposits. Nothing was taken. Only the network fee was paid.",
  );
  expect(await holdings(chain, vault, wallet.address)).toEqual(before);
  await expect(vaultPage.button("Deposits are paused")).toBeVisible();
});

test("on another network the button names the right one, and switches", async ({ page, devnet, wallet }) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const vaultPage = new VaultPage(page);
  await vaultPage.open(vault);
  await new Frame(page).connect(wallet.address);
  await vaultPage.amount.fill("1000");
  await expect(vaultPage.button("Review deposit")).toBeVisible();

  await wallet.switchChain(1);
  await expect(page.getByRole("alert").filter({ hasText: "Wrong network." })).toContainText(
    "Your wallet is on chain 1.",
  );
  await vaultPage.button("Switch to Local chain").click();
  await expect(vaultPage.button("Review deposit")).toBeVisible();
  expect(wallet.chainId).toBe(devnet.deployment.chainId);
  expect(wallet.asked("wallet_switchEthereumChain")).toBe(1);
  expect(wallet.asked("eth_signTypedData_v4")).toBe(0);
});
