import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { VaultListPage } from "../pages/VaultListPage";

const ALL = ["ETH Covered Call", "ETH Cash-Secured Put", "BTC Covered Call", "BTC Cash-Secured Put", "ETH Iron Condor"];
const OF_BTC = ALL.filter((name) => name.startsWith("BTC"));

/** The addresses of all documents that the page has asked for. */
function documentsOf(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "document") asked.push(request.url());
  });
  return asked;
}

test("search, choices and order are in the address; Escape and back take them away; one document is asked for", async ({
  page,
}) => {
  const documents = documentsOf(page);
  const list = new VaultListPage(page);
  await list.open();
  await expect(list.names).toHaveCount(ALL.length);

  await list.search.fill("condor");
  await expect(list.names).toHaveText(["ETH Iron Condor"]);
  await expect(page).toHaveURL(/\/vaults\?q=condor$/);
  await list.search.press("Escape");
  await expect(list.search).toHaveValue("");
  await expect(list.names).toHaveCount(ALL.length);
  await expect(page).toHaveURL(/\/vaults$/);

  await list.choice("Asset", "BTC").check();
  await expect(list.names).toHaveText(OF_BTC);
  await list.choice("Outlook", "Neutral").check();
  await expect(list.names).toHaveText(["BTC Cash-Secured Put"]);
  await expect(page).toHaveURL(/\/vaults\?outlook=neutral&asset=BTC$/);
  await page.goBack();
  await expect(list.names).toHaveText(OF_BTC);
  await expect(list.choice("Outlook", "Any outlook")).toBeChecked();
  await page.goForward();
  await expect(list.names).toHaveText(["BTC Cash-Secured Put"]);

  await list.search.focus();
  await list.search.press("Escape");
  await expect(list.names).toHaveCount(ALL.length);
  await expect(page).toHaveURL(/\/vaults$/);
  await expect(list.choice("Asset", "All")).toBeChecked();
  expect(documents).toHaveLength(1);
});

test("a shared link shows what its sender saw, and the vault's own page leads back to it", async ({ page }) => {
  const list = new VaultListPage(page);
  await list.open("?q=earns+or+call&outlook=bullish&sort=premium");
  await expect(page.getByRole("heading", { name: "No vault matches these filters" })).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(list.names).toHaveCount(ALL.length);

  await list.open("?q=covered&asset=ETH&sort=tail");
  await expect(list.search).toHaveValue("covered");
  await expect(list.choice("Asset", "ETH")).toBeChecked();
  await expect(list.sort).toHaveValue("tail");
  await expect(list.names).toHaveText(["ETH Covered Call"]);
  await list.choose("ETH Covered Call");
  await page.goBack();
  await expect(list.names).toHaveText(["ETH Covered Call"]);
  await expect(list.sort).toHaveValue("tail");
});

const WRONG = [
  "?outlook=wild&asset=DOGE&sort=best",
  "?outlook=&asset=%3Cscript%3E&sort=__proto__",
  "?outlook=bullish%00&asset=ETH%20BTC&sort=premium&sort",
  `?asset=${"E".repeat(500)}&utm_source=somebody`,
];

for (const query of WRONG) {
  test(`what an address asks for wrongly filters nothing: ${query.slice(0, 40)}`, async ({ page }) => {
    const list = new VaultListPage(page);
    await list.open(query);
    await expect(list.names).toHaveCount(ALL.length);
    await expect(list.choice("Outlook", "Any outlook")).toBeChecked();
    await expect(list.choice("Asset", "All")).toBeChecked();
    await expect(page.getByRole("main")).not.toContainText(/NaN|undefined|\[object/);
  });
}
