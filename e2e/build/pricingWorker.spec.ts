import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { untilLive } from "../fixtures/untilLive";
import { vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";

const MODELS = ["Heston", "Merton", "Kou", "Bates"];

/** One reading of each market for every page of the context, because markets move; and the pages' clock stands still. */
async function holdStill(context: BrowserContext) {
  const markets = new Map<string, string>();
  await context.route("**/api/market/**", async (route) => {
    const url = route.request().url();
    const body = markets.get(url) ?? (await (await route.fetch()).text());
    markets.set(url, body);
    await route.fulfill({ body, contentType: "application/json" });
  });
  await context.clock.setFixedTime(new Date());
}

/** Takes a model; answers with the thread that computed it and with what the legs are worth under it. */
async function legsUnder(page: Page, model: string) {
  const radio = page.getByRole("group", { name: "Pricing model" }).getByRole("radio", { name: model, exact: true });
  await untilLive(radio);
  await radio.check();
  const legs = page.getByRole("region", { name: "Legs", exact: true });
  await expect(legs).toContainText(`Marks, deltas and odds by ${model}.`, { timeout: 60_000 });
  return {
    thread: await page.locator("[data-pricing]").getAttribute("data-pricing"),
    legs: await legs.getByRole("table").textContent(),
  };
}

test("models are fitted and valued in the worker, with a wallet connected, and without a worker by the page, with the same figures", async ({
  page,
  context,
  devnet,
  wallet,
}) => {
  const { chainId, address } = vaultOf(devnet.deployment, "ironCondor");
  const path = `/vaults/${chainId}/${address}`;
  await holdStill(context);

  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await page.goto(path);
  await expect(page.getByRole("group", { name: "Pricing model" })).toBeVisible();
  // What watches over the account's writes hears of every answer: it must disturb none.
  await new Frame(page).connect(wallet.address);
  const compared = page.getByRole("table", { name: "The same options under each model" });
  const byWorker = new Map<string, string | null>();
  for (const model of MODELS) {
    const { thread, legs } = await legsUnder(page, model);
    expect(thread).toBe("worker");
    byWorker.set(model, legs);
    // The comparison stands lower on the page and has code of its own.
    await expect(compared.getByRole("row").filter({ hasText: "shown above" })).toContainText(model);
  }
  expect(workers, "one worker a page").toHaveLength(1);
  expect(new Set(byWorker.values()).size, "each model has figures of its own").toBe(MODELS.length);

  const withoutWorker = await context.newPage();
  await withoutWorker.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));
  await withoutWorker.goto(path);
  expect(await withoutWorker.evaluate(() => "Worker" in globalThis)).toBe(false);
  for (const model of MODELS) {
    expect(await legsUnder(withoutWorker, model)).toEqual({ thread: "mainThread", legs: byWorker.get(model) });
  }
  await context.unrouteAll({ behavior: "wait" });
});
