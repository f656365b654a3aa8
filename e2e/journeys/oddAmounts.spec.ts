import { expect, test } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";
import { VaultPage } from "../pages/VaultPage";

/** What people paste, mistype and try, and what the page must say to it. */
const ODD: readonly (readonly [text: string, sentence: RegExp])[] = [
  ["abc", /^This is not a number\.$/],
  ["NaN", /^This is not a number\.$/],
  ["Infinity", /^This is not a number\.$/],
  ["1/2", /^This is not a number\.$/],
  ["+5", /^This is not a number\.$/],
  ["$100", /^This is not a number\.$/],
  ["-1", /^An amount cannot be negative\.$/],
  ["−25", /^An amount cannot be negative\.$/],
  ["0", /^Enter an amount above zero\.$/],
  ["0.000000", /^Enter an amount above zero\.$/],
  ["1e3", /^Write the number out, without an exponent\.$/],
  ["0x10", /^This is a hexadecimal number\./],
  ["1.2.3", /^There is more than one decimal point\.$/],
  ["1 000", /^There is a space inside the number\.$/],
  ["0,5", /^Use a point for decimals, not a comma\.$/],
  ["1,000", /^This comma could mean a thousand or a decimal\./],
  ["12,34.5", /^A comma is in the wrong place\./],
  ["10.1234567", /^USDC has at most 6 decimals\.$/],
  ["١٠٠", /^Use the digits 0 to 9\.$/],
  ["１００", /^Use the digits 0 to 9\.$/],
  ["10\u200b0", /^An invisible character is hidden in this\./],
  ["9".repeat(90), /^There is no such amount of USDC\.$/],
  ["9".repeat(200), /^This is longer than any amount\./],
  ["1", /takes 10\.00 USDC or more at once\.$/],
  ["100000.000001", /^You have 100,000\.00 USDC\.$/],
];

test("every odd text gets its sentence, none can be sent, and nowhere does NaN stand", async ({
  page,
  devnet,
  wallet,
}) => {
  const vaultPage = new VaultPage(page);
  await vaultPage.open(vaultOf(devnet.deployment, "ironCondor"));
  await new Frame(page).connect(wallet.address);
  await expect(vaultPage.panel.getByText("Balance 100,000.00 USDC")).toBeVisible();
  for (const [text, sentence] of ODD) {
    await test.step(text.slice(0, 20), async () => {
      await vaultPage.amount.fill(text);
      await expect(vaultPage.amount).toHaveAccessibleDescription(sentence);
      await expect(vaultPage.amount).toHaveAttribute("aria-invalid", "true");
      await expect(vaultPage.button("Review deposit")).toBeHidden();
      await expect(page.locator("body")).not.toContainText(/NaN|undefined|Infinity/);
    });
  }
  await vaultPage.amount.fill("1,234,567.5");
  await expect(vaultPage.amount).toHaveAccessibleDescription("You have 100,000.00 USDC.");
  await vaultPage.amount.fill("");
  await expect(vaultPage.button("Enter an amount")).toBeVisible();
  await vaultPage.amount.fill(" 10.5 ");
  await expect(vaultPage.button("Review deposit")).toBeEnabled();
});
