import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";

test.use({ javaScriptEnabled: false });

const PAYOFF = /^Result at expiry by ETH price/;
/** A figure in percent, with its sign. */
const PERCENT = /[+−]\d+\.\d+%/;

/** Every section of a vault's page has its heading and what it is about. */
async function seesWholeVault(page: Page) {
  await expect(page.getByRole("heading", { level: 1, name: "ETH Iron Condor" })).toBeVisible();
  await expect(page.getByText("Premium, this epoch").first()).toBeVisible();
  await expect(page.getByRole("img", { name: PAYOFF })).toBeVisible();
  await expect(page.getByRole("region", { name: "Live Greeks" })).toContainText("Delta");
  for (const name of [/^The same options under each model/, /^Legs/, /^Epoch history/]) {
    await expect(page.getByRole("table", { name })).toBeVisible();
    await expect(page.getByRole("table", { name })).toContainText(/\d/);
  }
  await expect(page.getByRole("img", { name: /^Volatility at the money by expiry/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Contract facts" })).toBeVisible();
  await expect(page.getByText(/^Your wallet signs deposits and withdrawals in this page/)).toBeVisible();
}

for (const profile of ["production", "local"] as const) {
  test.describe(`${profile} profile`, () => {
    test.use({ profile });

    test("every page shows its numbers before any script runs", async ({ page, devnet }) => {
      const { chainId, address } = vaultOf(devnet.deployment, "ironCondor");
      await page.goto("/vaults");
      await expect(page.getByRole("link", { name: "ETH Iron Condor" })).toBeVisible();
      await expect(page.getByText(/^As of /)).toBeVisible();
      await expect(page.getByRole("row", { name: /ETH Iron Condor/ })).toContainText(PERCENT);
      await page.goto(`/vaults/${chainId}/${address}`);
      await seesWholeVault(page);
      await page.goto("/choose");
      await expect(page.getByRole("img", { name: PAYOFF })).toBeVisible();
      await expect(page.getByRole("region", { name: "Greeks of the split" })).toContainText("Delta");
      await page.goto(`/vaults/${chainId}/${address}/trust`);
      await expect(page.getByRole("table", { name: "Who can change what" })).toBeVisible();
    });
  });
}
