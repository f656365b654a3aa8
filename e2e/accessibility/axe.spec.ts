import { outOfBounds } from "../fixtures/outOfBounds";
import { expect, test } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";
import { Review } from "../pages/Review";
import { VaultPage } from "../pages/VaultPage";
import { wholePage } from "../pages/wholePage";
import { axeViolationsInBothThemes } from "./axeViolations";

/** Holds shares, requests and claims. */
const DEPOSITOR = 2;

const PAGES = ["vaults", "choose", "portfolio", "activity", "settings", "exit"] as const;

for (const name of PAGES) {
  for (const isConnected of [false, true]) {
    test(`${name}: no violation ${isConnected ? "with the depositor's wallet" : "without a wallet"}, in both themes`, async ({
      page,
      wallet,
    }) => {
      await wallet.switchAccount(DEPOSITOR);
      await page.goto(`/${name}`);
      if (isConnected) await new Frame(page).connect(wallet.address);
      await wholePage(page, name);
      expect(await axeViolationsInBothThemes(page)).toEqual([]);
    });
  }
}

test.describe("390 px wide", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  for (const name of ["settings", "exit"] as const) {
    test(`${name}: no violation, nothing beyond the screen, in both themes`, async ({ page, wallet }) => {
      await wallet.switchAccount(DEPOSITOR);
      await page.goto(`/${name}`);
      await new Frame(page).connect(wallet.address);
      await wholePage(page, name);
      expect(await outOfBounds(page)).toEqual([]);
      expect(await axeViolationsInBothThemes(page)).toEqual([]);
    });
  }
});

for (const [theme, strategy] of [
  ["dark", "coveredCall"],
  ["light", "ironCondor"],
] as const) {
  test.describe(`from ${theme}`, () => {
    test.use({ colorScheme: theme });

    test(`the page of the ${strategy} vault, in both themes: no violation, with its review open too`, async ({
      page,
      devnet,
      wallet,
    }) => {
      const vaultPage = new VaultPage(page);
      await wallet.switchAccount(DEPOSITOR);
      await vaultPage.open(vaultOf(devnet.deployment, strategy));
      await wholePage(page, "vault");
      await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
      expect(await axeViolationsInBothThemes(page)).toEqual([]);
      await new Frame(page).connect(wallet.address);
      await expect(vaultPage.position).toBeVisible();
      await vaultPage.deposit("10");
      const review = new Review(page, /^Deposit/);
      await expect(review.dialog.getByText(/succeeds, and moves what is shown/)).toBeVisible();
      expect(await axeViolationsInBothThemes(page)).toEqual([]);
    });
  });
}
