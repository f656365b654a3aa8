/**
 * First-load JavaScript per route, measured on the built production profile in Chromium: `npm run size`.
 *
 * - first load: the scripts that the page's own HTML runs and those that it asks for ahead of their need (preloads), gzip, without the
 *   noModule polyfill, which browsers of this decade do not load
 * - all scripts: those and what the page fetches by itself until it is quiet, before a wallet is opened
 * - until interactive: every byte of the app's origin (HTML, CSS, scripts, fonts) until the page is quiet
 *
 * Fails when a first load is over the budget. Kilobytes are 1,000 bytes.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import { ensureWebBuild } from "@/devnet/processes/webBuild";
import { startWebServer } from "@/devnet/processes/webServer";
import { startDevnet } from "@/devnet/startDevnet";
import { CHROMIUM_FLAGS, ensureChromium } from "./chromium.mjs";

const BUDGET_KB = 220;

type Weight = {
  readonly route: string;
  readonly firstLoad: number;
  readonly scripts: number;
  readonly bytes: number;
};

const gzipped = (body: Buffer) => gzipSync(body, { level: 6 }).length;
const kilobytes = (bytes: number) => (bytes / 1_000).toFixed(1).padStart(8);

/** Scripts that the HTML itself names and a modern browser runs. */
function namedScripts(page: Page): Promise<string[]> {
  return page.$$eval("script[src]:not([nomodule])", (tags) => tags.map((tag) => (tag as HTMLScriptElement).src));
}

async function weigh(browser: Browser, url: string, route: string): Promise<Weight> {
  const page = await browser.newPage();
  const bodies = new Map<string, { body: Buffer; isScript: boolean }>();
  const arriving: Promise<void>[] = [];
  page.on("response", (response) => {
    if (!response.url().startsWith(url) || response.status() >= 300) return;
    const isScript = response.request().resourceType() === "script";
    arriving.push(
      response.body().then(
        (body) => void bodies.set(response.url(), { body, isScript }),
        () => undefined,
      ),
    );
  });
  const html = await page.goto(`${url}${route}`, { waitUntil: "commit" }).then((response) => response?.text() ?? "");
  const named = new Set(
    [...html.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)]
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map(([, source]) => new URL(source ?? "", url).href),
  );
  const preloads = new Set(
    [...html.matchAll(/<link[^>]+href="([^"]+)"[^>]*>/g)]
      .filter(([tag]) => /rel="preload"/.test(tag) && /as="script"/.test(tag))
      .map(([, source]) => new URL(source ?? "", url).href),
  );
  await page.waitForLoadState("load");
  await page.waitForTimeout(3_000);
  await Promise.all(arriving);
  if (named.size === 0) for (const source of await namedScripts(page)) named.add(source);
  await page.close();
  const sum = (keep: (address: string, isScript: boolean) => boolean) =>
    [...bodies].reduce(
      (total, [address, { body, isScript }]) => total + (keep(address, isScript) ? gzipped(body) : 0),
      0,
    );
  return {
    route,
    firstLoad: sum((address) => named.has(address) || preloads.has(address)),
    scripts: sum((_, isScript) => isScript),
    bytes: sum(() => true),
  };
}

await ensureWebBuild("production");
const folder = mkdtempSync(join(tmpdir(), "ballast-size-"));
const deploymentPath = join(folder, "deployment.json");
const devnet = await startDevnet({ deploymentPath, quiet: true });
const web = await startWebServer({ profile: "production", deploymentPath });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
try {
  const { vaults, chainId } = JSON.parse(readFileSync(deploymentPath, "utf8")) as {
    chainId: number;
    vaults: { address: string }[];
  };
  const vault = `/vaults/${chainId}/${vaults[0]?.address}`;
  const routes = [
    "/vaults",
    vault,
    `${vault}/trust`,
    "/trust",
    "/choose",
    "/build",
    "/portfolio",
    "/activity",
    "/rights",
    "/review",
    "/settings",
    "/exit",
  ];
  console.log(`${"route".padEnd(58)} first load  all scripts  until interactive  (kB, gzip)`);
  let isOver = false;
  for (const route of routes) {
    const { firstLoad, scripts, bytes } = await weigh(browser, web.url, route);
    isOver ||= firstLoad > BUDGET_KB * 1_000 || firstLoad === 0;
    console.log(`${route.padEnd(58)} ${kilobytes(firstLoad)}   ${kilobytes(scripts)}     ${kilobytes(bytes)}`);
  }
  console.log(isOver ? `✗ over the budget of ${BUDGET_KB} kB` : `✓ every route within ${BUDGET_KB} kB`);
  process.exitCode = isOver ? 1 : 0;
} finally {
  await browser.close();
  await web.stop();
  await devnet.stop();
  rmSync(folder, { recursive: true, force: true });
}
