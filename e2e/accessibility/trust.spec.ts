import { expect, test } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";
import { TrustPage } from "../pages/TrustPage";
import { axeViolations } from "./axeViolations";

for (const colorScheme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test("what is trusted, of all vaults and of one: no violation, nothing wider than the screen", async ({
        page,
        devnet,
      }) => {
        const { chainId, address } = vaultOf(devnet.deployment, "ironCondor");
        for (const path of ["/trust", `/vaults/${chainId}/${address}/trust`]) {
          await page.goto(path);
          await new TrustPage(page).whole();
          await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
          expect(await axeViolations(page), path).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBe(0);
          await expect(page.getByRole("main"), path).not.toContainText(/\bNaN\b|undefined|Infinity|\[object/);
        }
      });
    });
  }
}
