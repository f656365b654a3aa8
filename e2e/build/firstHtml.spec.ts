import { expect, test } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";

test.use({ javaScriptEnabled: false });

for (const profile of ["production", "local"] as const) {
  test.describe(`${profile} profile`, () => {
    test.use({ profile });

    test("the first HTML of every page has its numbers, before any script runs", async ({ page, devnet }) => {
      const { chainId, address } = vaultOf(devnet.deployment, "ironCondor");
      await page.goto("/vaults");
      await expect(page.getByRole("link", { name: "ETH Iron Condor" })).toBeVisible();
      await expect(page.getByText(/^As of /)).toBeVisible();
      await page.goto(`/vaults/${chainId}/${address}`);
      await expect(page.getByRole("img", { name: /^Result at expiry by ETH price/ })).toBeVisible();
      await page.goto("/choose");
      await expect(page.getByRole("img", { name: /^Result at expiry by ETH price/ })).toBeVisible();
    });
  });
}
