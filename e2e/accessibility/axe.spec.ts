import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";
import { Review } from "../pages/Review";
import { VaultPage } from "../pages/VaultPage";
import { wholePage } from "../pages/wholePage";

const THEMES = ["dark", "light"] as const;
/** Holds shares, requests and claims. */
const DEPOSITOR = 2;

/** What axe finds, as one line a rule with the first places. */
async function violations(page: Page) {
  const { violations: found, passes } = await new AxeBuilder({ page }).analyze();
  expect(passes.length, "axe looked at the page").toBeGreaterThan(10);
  return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(" "))}`);
}

const PAGES = ["vaults", "choose", "portfolio"] as const;

for (const theme of THEMES) {
  test.describe(`${theme} theme`, () => {
    test.use({ colorScheme: theme });

    for (const name of PAGES) {
      test(`${name}: no violation without a wallet`, async ({ page }) => {
        await page.goto(`/${name}`);
        await wholePage(page, name);
        await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
        expect(await violations(page)).toEqual([]);
      });

      test(`${name}: no violation with the depositor's wallet`, async ({ page, wallet }) => {
        await wallet.switchAccount(DEPOSITOR);
        await page.goto(`/${name}`);
        await new Frame(page).connect(wallet.address);
        await wholePage(page, name);
        expect(await violations(page)).toEqual([]);
      });
    }

    for (const strategy of ["coveredCall", "ironCondor"]) {
      test(`the page of the ${strategy} vault: no violation, with its review open too`, async ({
        page,
        devnet,
        wallet,
      }) => {
        const vaultPage = new VaultPage(page);
        await wallet.switchAccount(DEPOSITOR);
        await vaultPage.open(vaultOf(devnet.deployment, strategy));
        await wholePage(page, "vault");
        expect(await violations(page)).toEqual([]);
        await new Frame(page).connect(wallet.address);
        await expect(vaultPage.position).toBeVisible();
        await vaultPage.deposit("10");
        const review = new Review(page, /^Deposit/);
        await expect(review.dialog.getByText(/succeeds, and moves what is shown/)).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });
    }
  });
}
