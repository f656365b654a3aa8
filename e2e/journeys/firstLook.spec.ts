import type { Page } from "@playwright/test";
import { watchLayoutShift } from "../fixtures/layoutShift";
import { expect, test } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";
import { type PageName, wholePage } from "../pages/wholePage";

// Here a page moves as it does for a reader who has not asked it to stand still.
test.use({ contextOptions: { reducedMotion: "no-preference" } });

/** Holds shares of every vault, requests and claims. */
const DEPOSITOR = 2;
const LARGEST_SHIFT = 0.05;
/** A step of the wheel, less than any part of a page is high. */
const STEP = 240;

/** Reads on to the foot of the page at the wheel's pace; each step is on screen before the next. */
async function readToTheFoot(page: Page) {
  const below = () => page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight - window.scrollY);
  await page.mouse.move(100, 400);
  while ((await below()) > 1) {
    const before = await below();
    await page.mouse.wheel(0, STEP);
    await expect.poll(below).toBeLessThan(before);
  }
}

/** Tables that are wider than their place, and how far each fades out on the right before it is scrolled and at the end. */
function tablesSideways(page: Page) {
  return page.locator(".table-scroll").evaluateAll(async (frames) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const found: { readonly caption: string; readonly fades: readonly string[] }[] = [];
    for (const table of frames.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)) {
      const fades: string[] = [];
      for (const left of [0, table.scrollWidth]) {
        table.scrollLeft = left;
        await frame();
        fades.push(getComputedStyle(table).getPropertyValue("--table-fade"));
      }
      table.scrollLeft = 0;
      found.push({ caption: table.ariaLabel ?? "", fades });
    }
    return found;
  });
}

/** What goes on moving by the clock: each is drawn anew sixty times a second for as long as the page is open. */
function moving(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ timeline }) => timeline === document.timeline)
      .map(({ effect }) => (effect instanceof KeyframeEffect ? (effect.target?.className ?? "") : ""))
      .filter((name) => name !== ""),
  );
}

for (const width of [1440, 390] as const) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: width > 1000 ? 900 : 844 } });

    test("nothing moves by itself, nothing is wider than the screen", async ({ page, devnet }) => {
      const { chainId, address } = vaultOf(devnet.deployment, "ironCondor");
      const vault = `/vaults/${chainId}/${address}`;
      const shift = await watchLayoutShift(page);
      const pages: readonly (readonly [PageName, string])[] = [
        ["vaults", "/vaults"],
        ["vault", vault],
        ["choose", "/choose"],
        ["trust", "/trust"],
        ["trust", `${vault}/trust`],
      ];
      for (const [name, path] of pages) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.waitForLoadState("networkidle");
        expect(await shift(), `${path} while it becomes live`).toBeLessThanOrEqual(LARGEST_SHIFT);
        await expect.poll(() => moving(page), `what still moves on ${path}`).toEqual([]);
        await readToTheFoot(page);
        await wholePage(page, name);
        await page.waitForLoadState("networkidle");
        expect(await shift(), `${path} read to its foot`).toBeLessThanOrEqual(LARGEST_SHIFT);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBe(0);
        const sideways = await tablesSideways(page);
        if (width > 1000) expect(sideways, `tables of ${path} that are cut off`).toEqual([]);
        for (const { caption, fades } of sideways) expect(fades, caption).toEqual(["56px", "0px"]);
        await expect(page.getByRole("main"), path).not.toContainText(/\bNaN\b|undefined|Infinity/);
      }
    });
  });
}

/** Holds back the code that has these words, until the returned function is called. */
async function holdCode(page: Page, words: string): Promise<() => void> {
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/chunks/*.js*", async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes(words)) await isReleased;
    await route.fulfill({ response });
  });
  return release;
}

test("a part whose code comes late takes over what the server drew without contradicting it", async ({
  page,
  devnet,
  wallet,
}) => {
  const { chainId, address } = vaultOf(devnet.deployment, "ironCondor");
  const costs = page.getByRole("region", { name: "Fees and break-even" });
  await wallet.switchAccount(DEPOSITOR);
  await page.goto(`/vaults/${chainId}/${address}`);
  await new Frame(page).connect(wallet.address);
  await expect(costs).toContainText("For your");

  const release = await holdCode(page, "Fees and break-even");
  await page.reload();
  await expect(page.getByRole("region", { name: "Your position" })).toBeVisible();
  await expect(costs).not.toContainText("For your");
  release();
  await expect(costs).toContainText("For your");
  await page.unrouteAll({ behavior: "wait" });
});

test("a model that is chosen before the page's code is there stays chosen", async ({ page, devnet }) => {
  const { chainId, address } = vaultOf(devnet.deployment, "ironCondor");
  const release = await holdCode(page, "Pricing model");
  await page.goto(`/vaults/${chainId}/${address}`, { waitUntil: "commit" });
  const heston = page.getByRole("group", { name: "Pricing model" }).getByRole("radio", { name: "Heston" });
  await heston.check();
  release();
  const legs = page.getByRole("region", { name: "Legs", exact: true });
  await expect(legs).toContainText("Marks, deltas and odds by Heston.", { timeout: 60_000 });
  await expect(heston).toBeChecked();
  await page.unrouteAll({ behavior: "wait" });
});

test.describe("390 px", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the dock leads to the form and is out of its way there", async ({ page, devnet }) => {
    const { chainId, address } = vaultOf(devnet.deployment, "ironCondor");
    await page.goto(`/vaults/${chainId}/${address}`);
    await wholePage(page, "vault");
    const dock = page.getByRole("link", { name: "Deposit USDC" });
    await page.evaluate(() => window.scrollTo(0, 0));
    await dock.click();
    await expect(page.getByRole("textbox", { name: "Amount" })).toBeInViewport();
    await expect(dock).toBeHidden();
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(dock).toBeVisible();
  });
});
