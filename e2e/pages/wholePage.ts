import { expect, type Page } from "@playwright/test";

/** What stands on a page once all of it is there: the last thing that loads on it. */
const LAST_TO_COME = {
  vaults: (page: Page) => page.getByRole("table", { name: "Vaults of other protocols" }),
  vault: (page: Page) => page.getByRole("img", { name: /^In dollars, both starting at 100/ }),
  trust: (page: Page) => page.getByRole("heading", { name: /risk/i }).first(),
  choose: (page: Page) => page.getByRole("textbox", { name: "Amount" }),
  build: (page: Page) => page.getByRole("table", { name: "Legs of the structure" }),
  settings: (page: Page) => page.getByRole("heading", { name: "What this browser keeps" }),
  exit: (page: Page) => page.getByRole("button", { name: "Try this node" }),
  portfolio: (page: Page) =>
    page.getByText(/^20,000 scenarios, /).or(page.getByRole("heading", { name: "No wallet is connected" })),
  activity: (page: Page) =>
    page.getByRole("table", { name: "Cash flows" }).or(page.getByRole("heading", { name: "No wallet is connected" })),
} as const;

export type PageName = keyof typeof LAST_TO_COME;

/** Reads to the end of the page, so that what is loaded when it comes near is there. */
export async function wholePage(page: Page, name: PageName) {
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
  if (name === "vault") await page.getByRole("region", { name: /^Compared with holding/ }).scrollIntoViewIfNeeded();
  await expect(LAST_TO_COME[name](page)).toBeVisible();
  // Dollars of past flows come after the flows.
  if (name === "activity") await expect(page.getByText(/^Reading the price feeds/)).toHaveCount(0);
}
