import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { axeViolationsOfNew } from "./axeViolations";

test.use({ profile: "local" });

const LOOKS = [
  { colorScheme: "dark", viewport: { width: 1440, height: 900 } },
  { colorScheme: "light", viewport: { width: 390, height: 844 } },
] as const;

/** The names of all whole pages, as the index of states lists them. */
async function stateNames(page: Page): Promise<readonly string[]> {
  await page.goto("/states");
  const links = page.getByRole("region", { name: "Whole pages" }).getByRole("link");
  await expect(links.first()).toBeVisible();
  return links.allInnerTexts();
}

for (const look of LOOKS) {
  test.describe(`${look.colorScheme}, ${look.viewport.width} px`, () => {
    test.use(look);

    test("every state: no violation, no missing number, nothing wider than the screen", async ({ page }) => {
      test.setTimeout(300_000);
      const names = await stateNames(page);
      expect(names.length).toBeGreaterThan(15);
      const seen = new Set<string>();
      expect(await axeViolationsOfNew(page, seen)).toEqual([]);
      for (const name of names) {
        await page.goto(`/states/${name}`);
        await expect(page.getByRole("main")).toBeVisible();
        await page.waitForLoadState("networkidle");
        expect(await axeViolationsOfNew(page, seen), name).toEqual([]);
        await expect(page.getByRole("main"), name).not.toContainText(/\bNaN\b|undefined|Infinity|\[object/);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${name} is wider than the screen`).toBeLessThanOrEqual(0);
      }
    });
  });
}
