import { parseAbi } from "viem";
import { expect, test } from "../fixtures/test";
import { holdings, NO_REQUESTS, vaultOf } from "../fixtures/vaultState";
import { ChoosePage } from "../pages/ChoosePage";
import { Frame } from "../pages/Frame";
import { PortfolioPage } from "../pages/PortfolioPage";
import { followToConfirmation, Review } from "../pages/Review";

const ROUTER = parseAbi([
  "struct Allocation { address vault; uint16 weightBps; }",
  "function allocationOf(address user, address asset) view returns (Allocation[])",
]);

/** 10,000.000001 USDC by 37.5 and 62.5 percent: the first part is cut, the last one takes the rounding. */
const TOTAL = 10_000_000_001n;
const FIRST_BPS = 3_750;

test("one permit and one transaction split a deposit over two vaults, and one of them is cancelled", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const { deployment } = devnet;
  const put = vaultOf(deployment, "cashSecuredPut");
  const condor = vaultOf(deployment, "ironCondor");
  const toPut = (TOTAL * BigInt(FIRST_BPS)) / 10_000n;
  const before = await holdings(chain, put, wallet.address);
  const choose = new ChoosePage(page);
  await choose.open();
  await new Frame(page).connect(wallet.address);

  await test.step("deposit by weights", async () => {
    await choose.weight("ETH Cash-Secured Put").fill("37.5");
    await expect(choose.weight("ETH Iron Condor")).toHaveValue("62.5");
    await choose.deposit("10000.000001");
    await new Review(page, /^Deposit 10,000\.00 USDC/).accept("Sign permit for USDC");
    await followToConfirmation(page, { chain, subject: "Deposit request" });
    expect(wallet.asked("eth_signTypedData_v4")).toBe(1);
    expect(wallet.sent).toHaveLength(1);
  });

  await test.step("both requests wait, to the unit, and the split is stored", async () => {
    const inPut = await holdings(chain, put, wallet.address);
    const inCondor = await holdings(chain, condor, wallet.address);
    expect(inPut).toEqual({
      assets: before.assets - TOTAL,
      shares: 0n,
      requests: { ...NO_REQUESTS, pendingDepositAssets: toPut },
    });
    expect(inCondor.requests).toEqual({ ...NO_REQUESTS, pendingDepositAssets: TOTAL - toPut });
    const args = [wallet.address, put.asset];
    const stored = await chain.read(deployment.addresses.strategyRouter, ROUTER, "allocationOf", args);
    expect(stored).toEqual([
      { vault: put.address, weightBps: FIRST_BPS },
      { vault: condor.address, weightBps: 10_000 - FIRST_BPS },
    ]);
    await expect(choose.stored).toContainText("37.50% ETH Cash-Secured Put, 62.50% ETH Iron Condor");
  });

  await test.step("cancel the condor's part", async () => {
    const portfolio = new PortfolioPage(page);
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Portfolio" }).click();
    await expect(portfolio.requests).toHaveCount(2);
    await portfolio.action("Cancel", "Iron Condor").click();
    await new Review(page, /^Take back 6,250\.00 USDC/).accept("Cancel deposit");
    await followToConfirmation(page, { chain, subject: "Cancellation" });
    await expect(portfolio.requests).toHaveCount(1);
    expect((await holdings(chain, condor, wallet.address)).requests).toEqual(NO_REQUESTS);
    expect(await holdings(chain, put, wallet.address)).toEqual({
      assets: before.assets - toPut,
      shares: 0n,
      requests: { ...NO_REQUESTS, pendingDepositAssets: toPut },
    });
  });
});

test("a depositor leaves both vaults in one transaction, by a permit for each share", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const put = vaultOf(devnet.deployment, "cashSecuredPut");
  const condor = vaultOf(devnet.deployment, "ironCondor");
  const choose = new ChoosePage(page);
  const frame = new Frame(page);
  await wallet.switchAccount(2);
  const before = await Promise.all([put, condor].map((vault) => holdings(chain, vault, wallet.address)));
  await choose.open();
  await frame.connect(wallet.address);
  await choose.withdrawFromBoth();
  await new Review(page, /^Withdraw /).accept(/^Sign permit for bl/);
  await followToConfirmation(page, { chain, subject: "Withdrawal request" });

  expect(wallet.asked("eth_signTypedData_v4")).toBe(2);
  expect(wallet.sent).toHaveLength(1);
  const after = await Promise.all([put, condor].map((vault) => holdings(chain, vault, wallet.address)));
  expect(after.map(({ shares }) => shares)).toEqual([0n, 0n]);
  expect(after.map(({ requests }) => requests.pendingRedeemShares)).toEqual(before.map(({ shares }) => shares));
});
