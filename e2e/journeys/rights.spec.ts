import { encodeFunctionData, parseAbi } from "viem";
import { axeViolations } from "../accessibility/axeViolations";
import { expect, test } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";
import { followToConfirmation, Review } from "../pages/Review";

const ABI = parseAbi([
  "function approve(address spender, uint256 amount) returns (bool)",
  "function allowance(address owner, address spender) view returns (uint256)",
  "function setOperator(address operator, bool approved) returns (bool)",
  "function isOperator(address controller, address operator) view returns (bool)",
]);
const STRANGER = `0x${"bd".repeat(20)}` as const;

test.use({ colorScheme: "dark" });

test("what an account has allowed is listed with its reach, and an operator is revoked", {
  tag: "@wallet",
}, async ({ page, chain, devnet, wallet }) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const operator = encodeFunctionData({ abi: ABI, functionName: "setOperator", args: [STRANGER, true] });
  const unlimited = encodeFunctionData({ abi: ABI, functionName: "approve", args: [STRANGER, 2n ** 256n - 1n] });
  await chain.sendAs(wallet.address, vault.address, operator);
  await chain.sendAs(wallet.address, vault.address, unlimited);

  await page.goto("/rights");
  await expect(page.getByRole("heading", { name: "No wallet is connected" })).toBeVisible();
  const table = page.getByRole("table", { name: "Permissions" });
  const rows = table.getByRole("row").filter({ hasText: STRANGER });
  await page.getByLabel("Look at another address").fill(wallet.address);
  await expect(rows).toHaveCount(2);
  await expect(table.getByRole("button", { name: /^Revoke/ })).toHaveCount(0);
  await page.getByLabel("Look at another address").fill("");

  const frame = new Frame(page);
  await frame.connect(wallet.address);
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: "Unlimited" })).toContainText("to any address");
  await expect(rows.filter({ hasText: "Operator in" })).toContainText("every share and request you have");
  for (const theme of ["dark", "light"] as const) {
    if (theme === "light") await frame.themeSwitch.click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await axeViolations(page), `${theme}, ${width} px`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
    }
  }

  await rows
    .filter({ hasText: "Operator in" })
    .getByRole("button", { name: /^Revoke the operator/ })
    .click();
  const review = new Review(page, /^Revoke the operator/);
  await expect(review.dialog.getByText("setOperator", { exact: true })).toBeVisible();
  await review.accept("Revoke operator");
  await followToConfirmation(page, { chain, subject: "Revocation" });
  await expect(rows).toHaveCount(1);
  expect(await chain.read(vault.address, ABI, "isOperator", [wallet.address, STRANGER])).toBe(false);
  expect(await chain.read(vault.address, ABI, "allowance", [wallet.address, STRANGER])).toBe(2n ** 256n - 1n);
});
