import type { Page } from "@playwright/test";
import { outOfBounds } from "../fixtures/outOfBounds";
import { expect, test } from "../fixtures/test";
import { partyOf } from "../fixtures/vaultState";
import { PortfolioPage } from "../pages/PortfolioPage";

/** A4 without the printer's margins of 10 mm, at 96 pixels an inch. */
const SHEET = { width: 718, height: 1047 };

const MARGIN = { top: "10mm", bottom: "10mm", left: "10mm", right: "10mm" };

/** What a report has, whatever a screen shows besides. */
const PARTS = ["Loss distribution", "Positions", "In other protocols", "Greeks by underlying", "Report"] as const;

/** Opens a portfolio as it stands on paper: the browser says that it prints, then lays out for a sheet. */
async function printed(page: Page) {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(SHEET);
}

test.use({ colorScheme: "dark" });

test("the portfolio on paper: light, without navigation, nothing cut, and how its figures were made", async ({
  page,
  devnet,
}) => {
  const portfolio = new PortfolioPage(page);
  await portfolio.watch(partyOf(devnet.deployment, "portfolio"));
  await expect(page.getByText(/^20,000 scenarios, /).first()).toBeVisible();
  await expect(page.getByText("being fitted")).toHaveCount(0);
  await printed(page);
  expect(await outOfBounds(page)).toEqual([]);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(page.locator("html")).toHaveCSS("background-color", "rgb(247, 247, 243)");
  for (const around of ["banner", "contentinfo"] as const) await expect(page.getByRole(around)).toBeHidden();
  await expect(page.getByRole("button")).toHaveCount(0);
  for (const part of PARTS) await expect(page.getByRole("region", { name: part, exact: true }), part).toBeVisible();
  const report = page.getByRole("region", { name: "Report" });
  await expect(report).toContainText(new RegExp(`block [0-9,]+ of chain ${devnet.deployment.chainId}`));
  await expect(report).toContainText(/20,000, seed \d+/);
  for (const fact of ["Law of prices", "Parameters", "Figures"]) await expect(report.getByText(fact)).toBeVisible();
  await expect(report).toContainText(partyOf(devnet.deployment, "portfolio"));

  const pdf = await page.pdf({ format: "A4", margin: MARGIN });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
});
