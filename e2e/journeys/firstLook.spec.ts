import { watchLayoutShift } from "../fixtures/layoutShift";
import { expect, test } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";
import { wholePage } from "../pages/wholePage";

const LARGEST_SHIFT = 0.05;

for (const width of [1440, 390]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: width > 1000 ? 900 : 844 } });

    test("list and vault page: nothing moves by itself, nothing is wider than the screen", async ({ page, devnet }) => {
      const { chainId, address } = vaultOf(devnet.deployment, "ironCondor");
      const shift = await watchLayoutShift(page);
      for (const [name, path] of [
        ["vaults", "/vaults"],
        ["vault", `/vaults/${chainId}/${address}`],
      ] as const) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.waitForLoadState("networkidle");
        expect(await shift(), name).toBeLessThanOrEqual(LARGEST_SHIFT);
        await wholePage(page, name);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), name).toBe(0);
        await expect(page.getByRole("main"), name).not.toContainText(/\bNaN\b|undefined|Infinity/);
      }
    });
  });
}
