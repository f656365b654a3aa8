import { encodeFunctionData, type Hex, parseAbi } from "viem";
import { expect, test } from "../fixtures/test";
import { holdings, NO_REQUESTS, vaultOf } from "../fixtures/vaultState";
import { followToConfirmation } from "../pages/Review";
import { reviewDeposit } from "../pages/reviewDeposit";

const TOKEN = parseAbi([
  "function approve(address spender, uint256 amount)",
  "function allowance(address owner, address spender) view returns (uint256)",
]);
const STRANGER = `0x${"bd".repeat(20)}` as const;
const SUBJECT = "Deposit request";
const DEPOSITED = { ...NO_REQUESTS, pendingDepositAssets: 1_000_000_000n };

test("a wallet that sends calls together: one signature, one transaction, taken up after a reload @wallet", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const { multicall3, strategyRouter } = devnet.deployment.addresses;
  await wallet.becomeSmart(multicall3);
  const { frame, vaultPage, review } = await reviewDeposit(page, { vault, wallet });
  await expect(vaultPage.panel).toContainText("One signature, one transaction: your wallet sends approval and deposit");
  await expect(vaultPage.panel.getByText("Permit", { exact: true })).toHaveCount(0);
  await expect(review.dialog).toContainText("One signature: approval and deposit are sent together, or not at all.");
  await expect(review.dialog).toContainText("It is used in the same transaction; if that fails, it was never given.");
  await chain.withoutMining(async () => {
    await review.accept("Request deposit");
    await expect(frame.news(`${SUBJECT} sent`)).toContainText("Your wallet carries it out.");
    await page.reload();
    await expect(frame.news(`${SUBJECT} sent`)).toBeVisible();
    await expect(vaultPage.button("Your last transaction is under way")).toBeVisible();
  });
  await followToConfirmation(page, { chain, subject: SUBJECT });
  expect(wallet.asked("wallet_sendCalls")).toBe(1);
  expect(wallet.asked("eth_signTypedData_v4") + wallet.asked("eth_sendTransaction")).toBe(0);
  expect((await holdings(chain, vault, wallet.address)).requests).toEqual(DEPOSITED);
  expect(await chain.read(vault.asset, TOKEN, "allowance", [wallet.address, strategyRouter])).toBe(0n);
});

test("another chain's promise counts for nothing; a batch that is refused becomes a permit, reviewed again @wallet", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const batches = await wallet.becomeSmart(devnet.deployment.addresses.multicall3);
  const promised = batches.capabilities;
  batches.capabilities = { "0x1": { atomic: { status: "supported" } } };
  batches.refusal = 5750;
  const { vaultPage, review } = await reviewDeposit(page, { vault, wallet });
  await expect(review.dialog.getByRole("button", { name: "Sign permit for USDC" })).toBeEnabled();
  await expect(review.dialog).not.toContainText("One signature");
  await expect(vaultPage.panel.getByText("Permit", { exact: true })).toBeVisible();
  expect(wallet.asked("wallet_getCapabilities")).toBeGreaterThan(0);
  await review.dialog.getByRole("button", { name: "Cancel" }).click();

  batches.capabilities = promised;
  await vaultPage.deposit("1000");
  await review.accept("Request deposit");
  await expect(review.dialog).toContainText("Your wallet does not send the calls together.");
  await expect(review.dialog).toContainText("It would have to become a smart account first, and that was declined.");
  expect(wallet.asked("eth_signTypedData_v4") + wallet.asked("eth_sendTransaction")).toBe(0);
  await review.accept("Sign permit for USDC");
  await followToConfirmation(page, { chain, subject: SUBJECT });
  expect(wallet.asked("wallet_sendCalls")).toBe(1);
  expect((await holdings(chain, vault, wallet.address)).requests).toEqual(DEPOSITED);
});

test("a batch with another call in it is reported at once, and never called confirmed @wallet", async ({
  page,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  await wallet.becomeSmart(devnet.deployment.addresses.multicall3);
  wallet.lie = (request) => {
    if (request.method !== "wallet_sendCalls") return request;
    const [asked] = request.params as readonly {
      readonly calls: readonly { readonly to: Hex; readonly data: Hex }[];
    }[];
    const data = encodeFunctionData({ abi: TOKEN, functionName: "approve", args: [STRANGER, 1n] });
    return { ...request, params: [{ ...asked, calls: [...(asked?.calls ?? []), { to: vault.asset, data }] }] };
  };
  const { frame, review } = await reviewDeposit(page, { vault, wallet });
  await review.accept("Request deposit");
  await frame.expectSentOther([`It lets ${STRANGER} take tokens of yours`]);
});

test("a wallet that forgets its batch is not believed either way: the position tells @wallet", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const batches = await wallet.becomeSmart(devnet.deployment.addresses.multicall3);
  const { frame, review } = await reviewDeposit(page, { vault, wallet });
  await chain.withoutMining(async () => {
    await review.accept("Request deposit");
    await expect(frame.news(`${SUBJECT} sent`)).toBeVisible();
    batches.forget();
    await page.reload();
    await expect(review.alert).toContainText("Your wallet does not know what became of it.");
  });
  await review.dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(review.dialog).toBeHidden();
  expect(wallet.asked("wallet_sendCalls")).toBe(1);
});
