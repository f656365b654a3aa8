import type { Page } from "@playwright/test";
import { SECURITY_HEADERS } from "@/lib/config/securityHeaders";
import { fileHeaderFaults, pageHeaderFaults } from "@/scripts/served/servedHeaders";
import { LEDGER_MARK, publishedList, scriptsWith } from "../fixtures/buildFiles";
import { expect, test } from "../fixtures/test";
import { untilLive } from "../fixtures/untilLive";
import { vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";
import { type PageName, wholePage } from "../pages/wholePage";

/** Keeps what the pages' policy refused, in the page's own storage so that it outlasts a page. */
async function watchPolicy(page: Page): Promise<readonly string[]> {
  const refused: string[] = [];
  await page.exposeFunction("policyRefused", (what: string) => refused.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      const { policyRefused } = window as typeof window & { policyRefused(what: string): void };
      policyRefused(`${violatedDirective}: ${blockedURI} ${sample}`);
    });
  });
  return refused;
}

test("every answer has the headers of its kind", async ({ request, devnet }) => {
  const { chainId, address } = vaultOf(devnet.deployment, "ironCondor");
  const headersOf = async (path: string, headers = {}) =>
    new Headers((await request.get(path, { headers, maxRedirects: 0 })).headers());
  const fetchedAhead = { rsc: "1", "next-router-prefetch": "1" };
  const pages = [
    "/vaults",
    `/vaults/${chainId}/${address}`,
    `/vaults/${chainId}/${address}/trust`,
    "/trust",
    "/choose",
  ];
  for (const path of [...pages, "/portfolio", "/no-such-page", "/no-such-page.html", "/vaults/1/0x00"]) {
    expect(pageHeaderFaults(await headersOf(path), await headersOf(path)), path).toEqual([]);
  }
  const ahead = () => headersOf("/vaults?_rsc=1", fetchedAhead);
  expect(pageHeaderFaults(await ahead(), await ahead()), "fetched ahead").toEqual([]);
  const script = scriptsWith(LEDGER_MARK)[0] ?? "";
  for (const path of [script, "/script-guard.js", "/script-hashes.json", "/api/health", "/_next/static/none.js"]) {
    expect(fileHeaderFaults(await headersOf(path)), path).toEqual([]);
  }
  const refused = await headersOf("/script-refused.html");
  expect(refused.get("content-security-policy")).toMatch(
    /^default-src 'none'; script-src 'sha256-[^']{44}'; style-src 'sha256-[^']{44}'; /,
  );
  for (const { key, value } of SECURITY_HEADERS) expect(refused.get(key), key).toBe(value);
});

test("no page breaks its policy, and none asks for the hardware kit before it is wanted", async ({
  page,
  devnet,
  wallet,
  watch,
}) => {
  const refused = await watchPolicy(page);
  const hardware = new Set(scriptsWith(LEDGER_MARK));
  expect(hardware.size, "Ledger's kit is in the build").toBeGreaterThan(0);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const askedForHardware = () => asked.filter((path) => hardware.has(path));
  const { chainId, address } = vaultOf(devnet.deployment, "ironCondor");
  const vault = `/vaults/${chainId}/${address}`;
  const pages: readonly (readonly [PageName, string])[] = [
    ["vaults", "/vaults"],
    ["choose", "/choose"],
    ["portfolio", "/portfolio"],
    ["trust", "/trust"],
    ["trust", `${vault}/trust`],
    ["vault", vault],
  ];
  for (const [name, path] of pages) {
    await page.goto(path);
    await wholePage(page, name);
    await untilLive(new Frame(page).themeSwitch);
    await page.waitForLoadState("networkidle");
  }
  // The worker, and the parts that come with a fitted model.
  const model = page.getByRole("group", { name: "Pricing model" }).getByRole("radio", { name: "Heston", exact: true });
  await model.check();
  await expect(page.locator("[data-pricing]")).toHaveAttribute("data-pricing", "worker", { timeout: 60_000 });
  await new Frame(page).connect(wallet.address);
  expect(refused).toEqual([]);
  expect(askedForHardware()).toEqual([]);

  // What the policy is for: text that would become a script, and a script from elsewhere.
  watch.allow(/^console error: This document requires 'Trusted\w+' assignment/);
  const attempts = await page.evaluate(() => {
    const attempt = (act: () => unknown) => {
      try {
        act();
        return "done";
      } catch (error) {
        return (error as Error).name;
      }
    };
    const script = document.createElement("script");
    return {
      element: attempt(() => (document.createElement("div").innerHTML = "<img src=x>")),
      foreign: attempt(() => (script.src = "https://elsewhere.example/_next/static/x.js")),
      text: attempt(() => (script.text = "1")),
      handler: attempt(() => document.body.setAttribute("onclick", "1")),
      worker: attempt(() => new Worker("/api/health")),
    };
  });
  expect(attempts).toEqual({
    element: "TypeError",
    foreign: "TypeError",
    text: "TypeError",
    handler: "TypeError",
    worker: "TypeError",
  });
});

test("the list names each file of the build, and is served as the build wrote it", async ({ request }) => {
  const { readdirSync } = await import("node:fs");
  const list = publishedList();
  const files = readdirSync(".next/static", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/_next/${`${entry.parentPath}/${entry.name}`.slice(".next/".length)}`);
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((path) => !(path in list.files))).toEqual([]);
  const served = await request.get("/script-hashes.json");
  expect(await served.json()).toEqual(list);
  expect(served.headers()["cache-control"]).toBe("no-cache");
});
