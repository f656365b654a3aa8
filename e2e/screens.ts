/**
 * Pictures of the pages for docs/screens: `npm run screens`. Both builds' own servers and a chain of its own, the account that has
 * positions, both themes, a wide and a narrow screen.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, expect } from "@playwright/test";
import { ensureWebBuild } from "@/devnet/processes/webBuild";
import { startWebServer } from "@/devnet/processes/webServer";
import { type RunningDevnet, startDevnet } from "@/devnet/startDevnet";
import { CHROMIUM_FLAGS, ensureChromium } from "../scripts/chromium.mjs";
import { TestWallet } from "./fixtures/TestWallet";
import { vaultOf } from "./fixtures/vaultState";
import { Frame } from "./pages/Frame";
import { type PageName, wholePage } from "./pages/wholePage";
import { smallerPng } from "./smallerPng";

const FOLDER = fileURLToPath(new URL("../docs/screens/", import.meta.url));
const THEMES = ["dark", "light"] as const;
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
/** Holds shares, requests and claims. */
const DEPOSITOR = 2;

type Look = { readonly theme: (typeof THEMES)[number]; readonly width: number; readonly height: number };
type Shot = { readonly name: PageName; readonly path: string };

/** What the pages are called in the pictures' names. */
function shotsOf({ deployment }: RunningDevnet): readonly Shot[] {
  const { chainId, address } = vaultOf(deployment, "ironCondor");
  return [
    { name: "vaults", path: "/vaults" },
    { name: "vault", path: `/vaults/${chainId}/${address}` },
    { name: "trust", path: `/vaults/${chainId}/${address}/trust` },
    { name: "choose", path: "/choose" },
    { name: "build", path: "/build" },
    { name: "portfolio", path: "/portfolio" },
    { name: "activity", path: "/activity" },
    { name: "settings", path: "/settings" },
    { name: "exit", path: "/exit" },
  ];
}

async function photograph(browser: Browser, url: string, { devnet, look }: { devnet: RunningDevnet; look: Look }) {
  const { theme, width, height } = look;
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: theme,
    viewport: { width, height },
    reducedMotion: "reduce",
    locale: "en-GB",
  });
  const page = await context.newPage();
  const { rpcUrl, chainId } = devnet.deployment;
  // tsx names functions with a helper that the page does not have.
  await page.addInitScript({ content: "globalThis.__name = (named) => named;" });
  const wallet = new TestWallet(page, rpcUrl, { chainId, index: DEPOSITOR });
  await wallet.install();
  await page.goto("/portfolio");
  await new Frame(page).connect(wallet.address);
  for (const { name, path } of shotsOf(devnet)) {
    await page.goto(path);
    await expect(new Frame(page).account(wallet.address)).toBeVisible();
    await wholePage(page, name);
    await page.evaluate(() => document.fonts.ready.then(() => window.scrollTo(0, 0)));
    // A screen as high as the page: what is fixed to the bottom then stands at the bottom.
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.max(height, whole) });
    // The models are fitted when the reader comes near them.
    await expect(page.getByText("being fitted")).toHaveCount(0, { timeout: 60_000 });
    const picture = await page.screenshot();
    await page.setViewportSize({ width, height });
    writeFileSync(`${FOLDER}${name}-${theme}-${width}.png`, smallerPng(picture));
    console.log(`docs/screens/${name}-${theme}-${width}.png`);
  }
  await context.close();
}

const executablePath = ensureChromium();
await ensureWebBuild("production");
mkdirSync(FOLDER, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "ballast-screens-"));
const devnet = await startDevnet({ deploymentPath: join(folder, "deployment.json"), quiet: true, market: false });
const web = await startWebServer({ profile: "production", deploymentPath: devnet.deploymentPath });
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
try {
  for (const theme of THEMES) {
    for (const size of WIDTHS) await photograph(browser, web.url, { devnet, look: { theme, ...size } });
  }
} finally {
  await browser.close();
  await web.stop();
  await devnet.stop();
  rmSync(folder, { recursive: true, force: true });
}
