import { type Address, parseAbi } from "viem";
import type { DevnetDeployment } from "@/devnet/DevnetDeployment";
import { axeViolationsInBothThemes } from "../accessibility/axeViolations";
import { expect, test } from "../fixtures/test";
import { ExitPage } from "../pages/ExitPage";
import { Frame } from "../pages/Frame";
import { followToConfirmation, Review } from "../pages/Review";
import { VaultPage } from "../pages/VaultPage";

const VAULT = parseAbi([
  "function balanceOf(address owner) view returns (uint256)",
  "function convertToAssets(uint256 shares) view returns (uint256)",
]);
const POOL = parseAbi([
  "struct Reserve { uint256 configuration; uint128 liquidityIndex; uint128 liquidityRate; uint128 borrowIndex; uint128 borrowRate; uint128 stableRate; uint40 updatedAt; uint16 id; address lent; address stableDebt; address variableDebt; address strategy; uint128 treasury; uint128 unbacked; uint128 isolated; }",
  "function getReserveData(address asset) view returns (Reserve)",
]);
const THOUSAND = 1_000_000_000n;

function entryOf({ registry }: DevnetDeployment, protocol: string): Address {
  const entry = registry.vaults.find((one) => one.protocol === protocol);
  if (entry === undefined) throw new Error(`the registry lists nothing of ${protocol}`);
  return entry.address;
}

test("a thousand dollars into an ERC-4626 vault from its page, and out again to the last share", {
  tag: "@wallet",
}, async ({ page, chain, devnet, wallet }) => {
  test.setTimeout(120_000);
  const { deployment } = devnet;
  const address = entryOf(deployment, "erc4626");
  const { usdc } = deployment.addresses;
  const frame = new Frame(page);

  await page.goto("/vaults");
  const others = page.getByRole("region", { name: "Vaults of other protocols", exact: true });
  await expect(others.getByRole("row", { name: /Aave v3 USDC/ })).toContainText(/pays \d+\.\d% a year now/);
  await others.getByRole("link", { name: "Lent USD Coin" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lent USD Coin" })).toBeVisible();
  await expect(page.getByText("it is not audited by us")).toBeVisible();
  expect(await axeViolationsInBothThemes(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);

  await frame.connect(wallet.address);
  const before = await chain.tokenBalance(usdc, wallet.address);
  const vaultPage = new VaultPage(page);
  await vaultPage.deposit("1000");
  const review = new Review(page, /^Deposit 1,000\.00 USDC in Lent USD Coin/);
  await review.accept("Approve USDC");
  // The deposit follows by itself once the approval has its second block: both were shown before the first was signed.
  await expect.poll(() => wallet.sent.length).toBe(1);
  await chain.mine();
  await followToConfirmation(page, { chain, subject: "Deposit" });

  expect(await chain.tokenBalance(usdc, wallet.address)).toBe(before - THOUSAND);
  const shares = await chain.read<bigint>(address, VAULT, "balanceOf", [wallet.address]);
  const worth = await chain.read<bigint>(address, VAULT, "convertToAssets", [shares]);
  expect(worth).toBeGreaterThan(THOUSAND - 10n);
  await expect(vaultPage.position).toContainText(/(999\.99|1,000\.\d\d) USDC/);

  await page.goto("/activity");
  const flows = page.getByRole("region", { name: "In other protocols" });
  await expect(flows.getByRole("table", { name: "Flows in other protocols" })).toContainText("1,000.00 USDC");
  await expect(flows).toContainText(wallet.sent.at(-1) ?? "nothing was sent");

  await vaultPage.open({ chainId: deployment.chainId, address });
  await vaultPage.panel.getByRole("tab", { name: "Withdraw" }).click();
  await vaultPage.panel.getByRole("button", { name: "Use the largest amount" }).click();
  await expect(vaultPage.panel.getByText("Everything you have there, with what it earns until then.")).toBeVisible();
  await vaultPage.button("Review withdrawal").click();
  await new Review(page, "Withdraw everything from Lent USD Coin").accept("Withdraw USDC");
  await followToConfirmation(page, { chain, subject: "Withdrawal" });
  expect(await chain.read<bigint>(address, VAULT, "balanceOf", [wallet.address])).toBe(0n);
  expect(await chain.tokenBalance(usdc, wallet.address)).toBeGreaterThanOrEqual(before - 10n);
  await expect(vaultPage.position).toHaveCount(0);
});

test("supplied to Aave with one permit, a part taken out on its page and the rest by the way out", {
  tag: "@wallet",
}, async ({ page, chain, devnet, wallet }) => {
  test.setTimeout(120_000);
  const { deployment } = devnet;
  const { usdc } = deployment.addresses;
  const { lent } = await chain.read<{ lent: Address }>(entryOf(deployment, "aave"), POOL, "getReserveData", [usdc]);
  const vaultPage = new VaultPage(page);
  await vaultPage.open({ chainId: deployment.chainId, address: lent });
  await new Frame(page).connect(wallet.address);
  const before = await chain.tokenBalance(usdc, wallet.address);
  await vaultPage.deposit("1000");
  await new Review(page, /^Deposit 1,000\.00 USDC in Aave v3 USDC/).accept("Sign permit for USDC");
  await followToConfirmation(page, { chain, subject: "Deposit" });
  expect(await chain.tokenBalance(usdc, wallet.address)).toBe(before - THOUSAND);
  expect(await chain.tokenBalance(lent, wallet.address)).toBeGreaterThanOrEqual(THOUSAND);

  await vaultPage.panel.getByRole("tab", { name: "Withdraw" }).click();
  await vaultPage.amount.fill("250");
  await vaultPage.button("Review withdrawal").click();
  await new Review(page, /^Withdraw 250\.00 USDC/).accept("Withdraw USDC");
  await followToConfirmation(page, { chain, subject: "Withdrawal" });
  expect(await chain.tokenBalance(usdc, wallet.address)).toBe(before - 750_000_000n);

  const exit = new ExitPage(page);
  await exit.open();
  const held = exit.held("Aave v3 USDC");
  await held.getByRole("button", { name: /^Withdraw all/ }).click();
  await new Review(page, "Withdraw everything from Aave v3 USDC").accept("Withdraw USDC");
  await followToConfirmation(page, { chain, subject: "Withdrawal" });
  expect(await chain.tokenBalance(lent, wallet.address)).toBe(0n);
  expect(await chain.tokenBalance(usdc, wallet.address)).toBeGreaterThanOrEqual(before);
});

test("an address that no registry names has no page", async ({ page, devnet, watch }) => {
  watch.allow(/404/);
  const answer = await page.goto(`/vaults/${devnet.deployment.chainId}/${devnet.deployment.addresses.usdc}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is no such vault" })).toBeVisible();
});
