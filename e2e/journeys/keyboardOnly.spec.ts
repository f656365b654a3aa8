import { expect, test } from "../fixtures/test";
import { VaultListPage } from "../pages/VaultListPage";

/** The keys that a reader without a mouse has. */
test("by keyboard alone: find a vault, open it, read the chart, move a slider, choose a model", async ({ page }) => {
  await new VaultListPage(page).open();
  await expect(page.getByText(/^As of /)).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("condor");
  await expect(page.getByRole("row").filter({ has: page.getByRole("link") })).toHaveCount(1);
  await expect(page).toHaveURL(/condor/);
  const row = page.getByRole("link", { name: "ETH Iron Condor" });
  for (let step = 0; step < 30 && !(await row.evaluate((link) => link === document.activeElement)); step += 1) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "ETH Iron Condor" })).toBeVisible();

  const chart = page.getByRole("img", { name: /^Result at expiry by ETH price/ });
  await chart.focus();
  const payoff = page.getByRole("region", { name: "Payoff" });
  const before = (await payoff.textContent()) ?? "";
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(payoff).not.toHaveText(before);

  const slider = page.getByRole("slider", { name: "Days to expiry" });
  await slider.focus();
  const atStart = await slider.getAttribute("aria-valuetext");
  for (let press = 0; press < 10; press += 1) await page.keyboard.press("ArrowRight");
  await expect.poll(() => slider.getAttribute("aria-valuetext")).not.toBe(atStart);

  const models = page.getByRole("group", { name: "Pricing model" });
  await models.getByRole("radio", { checked: true }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("region", { name: "Legs" })).toContainText("Marks, deltas and odds by", {
    timeout: 60_000,
  });
});
