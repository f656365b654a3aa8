import { expect, type Page } from "@playwright/test";
import { fetchPublished } from "@/lib/integrity/fetchPublished";
import { PublishedHashes } from "@/lib/integrity/PublishedHashes";
import { BUILD_FILES } from "@/lib/integrity/ScriptList";
import { verifySite } from "@/scripts/served/verifySite";
import { axeViolations } from "../accessibility/axeViolations";
import { LEDGER_MARK, publishedList, scriptsWith } from "../fixtures/buildFiles";
import { oneByteMore, oneByteOther, TamperingProxy } from "../fixtures/TamperingProxy";
import { test as base } from "../fixtures/test";
import { untilLive } from "../fixtures/untilLive";
import { vaultOf } from "../fixtures/vaultState";
import { PluggedLedger } from "../ledger/PluggedLedger";
import { Frame } from "../pages/Frame";
import { LedgerDialog } from "../pages/LedgerDialog";

/** The app is seen through the proxy. */
const test = base.extend<{ site: TamperingProxy }>({
  site: async ({ web }, use) => {
    const site = new TamperingProxy(await web("production"));
    await site.start();
    await use(site);
    await site.stop();
  },
  baseURL: async ({ site }, use) => use(site.url),
});

test.use({ serviceWorkers: "allow" });

/** Until the worker watches the page and has looked at what was there before it. */
async function watched(page: Page) {
  await untilLive(new Frame(page).themeSwitch);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

async function seesRefusal(page: Page, path: string, reason = "refused") {
  await expect(page).toHaveURL(new RegExp(`/script-refused\\.html#${reason}=`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("was changed on its way to you");
  await expect(page.getByText(`Changed file: ${path}`)).toBeVisible();
}

async function opensAgain(page: Page) {
  await page.getByRole("link", { name: "Open the app again" }).click();
  await expect(page.getByRole("link", { name: "ETH Iron Condor" })).toBeVisible();
  await watched(page);
}

test("once the worker is there, a changed byte in any kind of script keeps it from running", async ({
  page,
  devnet,
  site,
  watch,
}) => {
  const { chainId, address } = vaultOf(devnet.deployment, "ironCondor");
  await new PluggedLedger(page).install();
  const scripts: string[] = [];
  page.on("response", (response) => {
    if (response.fromServiceWorker()) scripts.push(new URL(response.url()).pathname);
  });
  await page.goto("/vaults");
  await watched(page);
  await page.goto("/vaults");
  await watched(page);
  const ofList = new Set(scripts);
  const bootstrap = [...ofList].find((path) => /\/turbopack-(?!worker)/.test(path)) ?? "";
  await page.getByRole("navigation").getByRole("link", { name: "Choose" }).first().click();
  await expect(page.getByRole("textbox", { name: "Amount" })).toBeVisible();
  const chunk = scripts.find((path) => !ofList.has(path) && path.endsWith(".js")) ?? "";
  expect(watch.problems, "untouched files pass").toEqual([]);
  expect(ofList.size).toBeGreaterThan(10);

  watch.allow(/./);
  const kinds: readonly (readonly [string, string, () => Promise<unknown>])[] = [
    ["bootstrap", bootstrap, () => page.goto("/vaults")],
    [
      "a page's chunk",
      chunk,
      async () => {
        await page.goto("/vaults");
        await page.getByRole("navigation").getByRole("link", { name: "Choose" }).first().click();
      },
    ],
    [
      "the pricing worker",
      scriptsWith("WorkerGlobalScope").find((path) => path.includes("turbopack-worker")) ?? "",
      async () => {
        await page.goto(`/vaults/${chainId}/${address}`);
        const models = page.getByRole("group", { name: "Pricing model" });
        const heston = models.getByRole("radio", { name: "Heston", exact: true });
        await untilLive(heston);
        await heston.check();
      },
    ],
    [
      "Ledger's kit",
      scriptsWith(LEDGER_MARK)[0] ?? "",
      async () => {
        await page.goto("/vaults");
        await untilLive(new Frame(page).connectButton);
        const dialog = new LedgerDialog(page);
        await dialog.open();
        await dialog.findButton.click();
      },
    ],
  ];
  for (const [kind, path, act] of kinds) {
    await test.step(kind, async () => {
      expect(path, kind).toMatch(/^\/_next\/static\/.*\.js$/);
      site.only(path, oneByteMore);
      await act().catch(() => undefined);
      await seesRefusal(page, path);
      site.clear();
      await opensAgain(page);
    });
  }
});

test("what ran before the worker was there is named afterwards", async ({ page, site }) => {
  const script = scriptsWith("trustedTypes")[0] ?? "";
  site.only(script, oneByteMore);
  await page.goto("/vaults");
  await seesRefusal(page, script, "ran");
  await expect(page.getByText("Refuse what your wallet asks for now.")).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});

test("a browser that knows an older build's list learns the new one with the first file that is not on it", async ({
  page,
  site,
}) => {
  const [path = "", hash] = Object.entries(publishedList().files)[0] ?? [];
  let times = 0;
  site.only("/script-hashes.json", (body) => {
    times += 1;
    return times === 1 ? Buffer.from(JSON.stringify({ build: "older", files: { [path]: hash } })) : body;
  });
  await page.goto("/vaults");
  await watched(page);
  await page.reload();
  await watched(page);
  await expect(page).toHaveURL(/\/vaults$/);
  expect(times, "the older list, then the present one").toBe(2);
});

test("each file of the build is caught with one byte changed and passes untouched; verify:served names what changed", async ({
  site,
}) => {
  const list = publishedList();
  const paths = Object.keys(list.files).filter((path) => path.startsWith(BUILD_FILES));
  expect(paths.length).toBeGreaterThan(100);
  const store = { read: async () => [list], write: async () => undefined };
  const hashes = new PublishedHashes(store, () => fetch(`${site.url}/script-hashes.json`));
  const verdicts = new Map<string, string>();
  for (const path of paths) {
    const verdict = async () => (await fetchPublished(`${site.url}${path}`, hashes, fetch)).is;
    const untouched = await verdict();
    site.only(path, oneByteOther);
    verdicts.set(path, `${untouched}, ${await verdict()}`);
  }
  expect([...new Set(verdicts.values())]).toEqual(["answer, changed"]);

  site.clear();
  expect(await verifySite(site.url, list)).toMatchObject({ isAsPublished: true });
  const lazy = scriptsWith(LEDGER_MARK)[0] ?? "";
  site.only(lazy, oneByteOther);
  const changed = await verifySite(site.url, list);
  expect(changed.isAsPublished).toBe(false);
  expect(changed.lines).toContain(`✗ changed: ${lazy}`);
});
