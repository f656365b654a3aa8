import { parseEther } from "viem";
import { expect, test } from "../fixtures/test";
import { holdings, NO_REQUESTS, vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";
import { followToConfirmation, Review } from "../pages/Review";
import { VaultPage } from "../pages/VaultPage";

const DEPOSITED = parseEther("1.234567890123456789");

test("ether goes into the WETH vault in one transaction, and comes back as WETH when the request is cancelled", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "coveredCall");
  const vaultPage = new VaultPage(page);
  const etherBefore = await chain.client.getBalance({ address: wallet.address });
  const before = await holdings(chain, vault, wallet.address);

  await vaultPage.open(vault);
  await new Frame(page).connect(wallet.address);

  await test.step("deposit ether", async () => {
    await vaultPage.panel.getByRole("radio", { name: "Pay with ETH" }).check();
    await vaultPage.deposit("1.234567890123456789");
    await new Review(page, /^Deposit 1\.23456 ETH/).accept("Request deposit");
    await followToConfirmation(page, { chain, subject: "Deposit request" });
    const after = await holdings(chain, vault, wallet.address);
    expect(after).toEqual({ ...before, requests: { ...NO_REQUESTS, pendingDepositAssets: DEPOSITED } });
    const fees = await chain.feesPaid(wallet.sent);
    expect(await chain.client.getBalance({ address: wallet.address })).toBe(etherBefore - DEPOSITED - fees);
    expect(wallet.asked("eth_signTypedData_v4")).toBe(0);
  });

  await test.step("cancel before the epoch ends", async () => {
    await vaultPage.request("Cancel").click();
    await new Review(page, /^Take back 1\.23456 WETH/).accept("Cancel deposit");
    await followToConfirmation(page, { chain, subject: "Cancellation" });
    expect(await holdings(chain, vault, wallet.address)).toEqual({ ...before, assets: before.assets + DEPOSITED });
    expect(wallet.asked("eth_sendTransaction")).toBe(2);
  });
});
