import { expect, test } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";
import { Review } from "../pages/Review";
import { VaultPage } from "../pages/VaultPage";
import { wholePage } from "../pages/wholePage";
import { axeViolations } from "./axeViolations";

const THEMES = ["dark", "light"] as const;
/** Holds shares, requests and claims. */
const DEPOSITOR = 2;

const PAGES = ["vaults", "choose", "portfolio"] as const;

/** Each page in both themes, with a wallet in one of them: a theme changes colours alone, and those of all states are looked at in both. */
for (const theme of THEMES) {
  test.describe(`${theme} theme`, () => {
    test.use({ colorScheme: theme });

    for (const name of PAGES) {
      const isConnected = theme === "dark";
      test(`${name}: no violation ${isConnected ? "with the depositor's wallet" : "without a wallet"}`, async ({
        page,
        wallet,
      }) => {
        await wallet.switchAccount(DEPOSITOR);
        await page.goto(`/${name}`);
        if (isConnected) await new Frame(page).connect(wallet.address);
        await wholePage(page, name);
        await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
        expect(await axeViolations(page)).toEqual([]);
      });
    }

    const strategy = theme === "dark" ? "coveredCall" : "ironCondor";
    test(`the page of the ${strategy} vault: no violation, with its review open too`, async ({
      page,
      devnet,
      wallet,
    }) => {
      const vaultPage = new VaultPage(page);
      await wallet.switchAccount(DEPOSITOR);
      await vaultPage.open(vaultOf(devnet.deployment, strategy));
      await wholePage(page, "vault");
      expect(await axeViolations(page)).toEqual([]);
      await new Frame(page).connect(wallet.address);
      await expect(vaultPage.position).toBeVisible();
      await vaultPage.deposit("10");
      const review = new Review(page, /^Deposit/);
      await expect(review.dialog.getByText(/succeeds, and moves what is shown/)).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
    });
  });
}
