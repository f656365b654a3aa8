import type { Page } from "@playwright/test";
import { outOfBounds } from "../fixtures/outOfBounds";
import { type StrangeVault, test } from "../fixtures/strange";
import { expect } from "../fixtures/test";
import { Frame } from "../pages/Frame";

const WIDTHS = [1440, 390] as const;

/** What a text that was run would leave: a mark, a dialog, or a breach of the policy that stopped it. */
async function watchScripts(page: Page) {
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.addInitScript({
    content: `globalThis.breaches = [];
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => breaches.push(violatedDirective + " " + blockedURI));`,
  });
  return async () => {
    const [mark, breaches] = (await page.evaluate("[typeof globalThis.ran, globalThis.breaches]")) as [
      string,
      string[],
    ];
    expect([...dialogs, ...breaches]).toEqual([]);
    expect(mark, "a text was run").toBe("undefined");
  };
}

/** Nothing invisible, nothing that turns round, nothing that runs or spills, on both screens. */
async function expectHarmless(page: Page, expectNothingRan: () => Promise<void>) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await outOfBounds(page), `${page.url()} at ${width} px`).toEqual([]);
  }
  const texts = `${await page.title()} ${await page.locator("body").allInnerTexts()}`;
  expect(texts).not.toMatch(/[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u);
  expect(texts).not.toMatch(/\bNaN\b|undefined|Infinity|\[object/);
  expect(await page.locator("main :is(script, img, iframe), svg[onload]").count()).toBe(0);
  await expectNothingRan();
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
}

const nameOf = ({ shown, address }: StrangeVault) =>
  shown.name ?? `Unnamed vault ${address.slice(0, 6)}…${address.slice(-4)}`;

test("names that are scripts, turn round, hide, fill a megabyte or are not told: nothing runs, nothing overflows", {
  tag: "@wallet",
}, async ({ page, strange, wallet, devnet }) => {
  test.setTimeout(120_000);
  const expectNothingRan = await watchScripts(page);
  const harmless = () => expectHarmless(page, expectNothingRan);

  await page.goto("/vaults");
  await new Frame(page).connect(wallet.address);
  const list = page.getByRole("table", { name: "Vaults of other protocols" });
  for (const one of strange) {
    const row = list.getByRole("row").filter({ has: page.getByRole("link", { name: nameOf(one), exact: true }) });
    await expect(row).toContainText(`${one.shown.amount} ${one.shown.symbol}`);
  }
  await harmless();

  for (const one of strange) {
    await page.goto(`/vaults/${devnet.deployment.chainId}/${one.address}`);
    await expect(page.getByRole("heading", { level: 1, name: nameOf(one), exact: true })).toBeVisible();
    expect((await page.title()).startsWith(nameOf(one)), await page.title()).toBe(true);
    await expect(page.getByText("Worth now").locator("xpath=..")).toContainText(one.shown.amount);
    await page.getByRole("textbox", { name: "Amount" }).fill("1");
    await harmless();
  }

  for (const [path, last] of PLACES) {
    await page.goto(path);
    await expect(page.getByText(last).first()).toBeVisible();
    await expect(page.getByText(nameOf(strange[0] as StrangeVault)).first()).toBeVisible();
    await harmless();
  }
  await page.goto("/rights");
  await expect(page.getByRole("heading", { name: "What stands now" })).toBeVisible();
  await harmless();
  await page.goto("/settings");
  await expect(page.getByRole("heading", { name: "What this browser keeps" })).toBeVisible();
  await harmless();
});

/** Where each of them is told, and what stands there once all is read. */
const PLACES = [
  ["/portfolio", /are on coins without a price|In other protocols/],
  ["/activity", /Flows in other protocols/],
  ["/exit", /another protocol’s contract/],
] as const;
