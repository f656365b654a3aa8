import { expect, test } from "../fixtures/test";
import { greyTexture } from "../fixtures/texture";
import { untilLive } from "../fixtures/untilLive";
import { vaultOf } from "../fixtures/vaultState";

for (const colorScheme of ["dark", "light"] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("without colour, a loss is hatched and a profit is plain", async ({ page, devnet }) => {
      const { chainId, address } = vaultOf(devnet.deployment, "ironCondor");
      await page.goto(`/vaults/${chainId}/${address}`);
      const chart = page.getByRole("img", { name: /^Result at expiry by ETH price/ });
      await expect(chart).toBeVisible();
      await untilLive(page.getByRole("slider", { name: /^Read the payoff/ }));
      await page.addStyleTag({ content: "html { filter: grayscale(1); }" });
      const profit = await greyTexture(page, chart.locator('path[fill="var(--profit)"]').first());
      const loss = await greyTexture(page, chart.locator('path[fill^="url("]').first());
      expect(profit).toBeLessThan(1.5);
      expect(loss).toBeGreaterThan(3 * Math.max(profit, 1));
    });
  });
}
