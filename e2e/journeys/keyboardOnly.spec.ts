import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { untilLive } from "../fixtures/untilLive";
import { VaultListPage } from "../pages/VaultListPage";

/** Presses Tab until the element has the focus: nothing is focused for the reader. */
async function tabTo(page: Page, target: Locator) {
  const hasFocus = () => target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 80 && !(await hasFocus()); step += 1) await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
}

test("by keyboard alone: find a vault, open it, choose a model, read the chart, move a slider", async ({ page }) => {
  await new VaultListPage(page).open();
  await expect(page.getByText(/^As of /)).toBeVisible();
  const search = page.getByRole("textbox", { name: "Search vaults" });
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await page.keyboard.type("eth iron");
  const own = page.getByRole("table", { name: "Vaults", exact: true });
  await expect(own.getByRole("row").filter({ has: page.getByRole("link") })).toHaveCount(1);
  await expect(page).toHaveURL(/iron/);
  await tabTo(page, page.getByRole("link", { name: "ETH Iron Condor" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "ETH Iron Condor" })).toBeVisible();

  const models = page.getByRole("group", { name: "Pricing model" });
  await expect(models.getByRole("radio", { name: "Smile" })).toBeChecked();
  await untilLive(models.getByRole("radio", { name: "Smile" }));
  await tabTo(page, models.getByRole("radio", { name: "Smile" }));
  await page.keyboard.press("ArrowRight");
  await expect(models.getByRole("radio", { name: "Heston" })).toBeChecked();
  await expect(page.getByRole("region", { name: "Legs", exact: true })).toContainText(
    "Marks, deltas and odds by Heston.",
    {
      timeout: 60_000,
    },
  );

  const payoff = page.getByRole("region", { name: "Payoff" });
  await tabTo(page, page.getByRole("slider", { name: /^Read the payoff/ }));
  const atSpot = (await payoff.textContent()) ?? "";
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(payoff).not.toHaveText(atSpot);

  const slider = page.getByRole("slider", { name: "Days to expiry" });
  await tabTo(page, slider);
  const atStart = (await slider.getAttribute("aria-valuetext")) ?? "";
  for (let press = 0; press < 10; press += 1) await page.keyboard.press("ArrowRight");
  await expect(slider).not.toHaveAttribute("aria-valuetext", atStart);
});

test("keys that are pressed before the page's code is there are heard once it is", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_next\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/vaults", { waitUntil: "commit" });
  await expect(page.getByRole("heading", { level: 1, name: "Vaults" })).toBeVisible();
  await page.keyboard.press("x");
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  release();
  await expect(page).toHaveURL(/\/portfolio$/);
  await page.keyboard.press("g");
  await page.keyboard.press("v");
  await expect(page).toHaveURL(/\/vaults$/);
});
