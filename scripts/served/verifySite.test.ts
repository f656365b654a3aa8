import { afterEach, beforeEach, expect, test } from "vitest";
import { SCRIPT_LIST_PATH } from "@/lib/integrity/ScriptList";
import { sha384 } from "./publishScripts";
import { CHUNK, LAZY, LIST, type SmallSite, startSmallSite } from "./siteFixture";
import { verifySite } from "./verifySite";

let site: SmallSite;

beforeEach(async () => {
  site = await startSmallSite();
});

afterEach(() => site.stop());

test("default: a site as published", async () => {
  expect(await verifySite(site.url, LIST)).toEqual({
    isAsPublished: true,
    lines: [
      "  3 of 3 files have the published bytes (build one)",
      "  pages may connect to: 'self' https://rpc.example",
      `✓ ${site.url} is as published`,
    ],
  });
});

test("error: one byte of a file that only another file names", async () => {
  site.files[LAZY] = "lazy();";
  const { lines, isAsPublished } = await verifySite(site.url, LIST);
  expect(isAsPublished).toBe(false);
  expect(lines[0]).toBe(`✗ changed: ${LAZY}`);
  expect(lines).toContain("  2 of 3 files have the published bytes (build one)");
});

test("error: a file that is gone, one that no list names, a script from elsewhere, another list", async () => {
  delete site.files[LAZY];
  site.files[SCRIPT_LIST_PATH] = JSON.stringify({ ...LIST, files: { ...LIST.files, "/more.js": sha384("") } });
  site.html += '<script src="/_next/static/chunks/other.js"></script><script src="https://x.example/a.js"></script>';
  const { lines } = await verifySite(site.url, LIST);
  expect(lines.slice(0, 5)).toEqual([
    `✗ missing: ${LAZY}`,
    "✗ not on the list: /_next/static/chunks/other.js",
    "✗ not on the list: /more.js",
    "✗ not on the list: https://x.example/a.js",
    `✗ ${SCRIPT_LIST_PATH}: another list than the one given`,
  ]);
});

test("error: a header that is gone, a nonce that comes twice", async () => {
  delete site.headers["Permissions-Policy"];
  site.nonce = Buffer.from("always the same nonce").toString("base64");
  const { lines } = await verifySite(site.url, LIST);
  expect(lines).toContain("✗ /vaults: Permissions-Policy is missing");
  expect(lines).toContain("✗ /vaults: the policy's nonce is the same for two answers");
  expect(lines).toContain(`✗ ${CHUNK}: Permissions-Policy is missing`);
});

test("error: a site that is away", async () => {
  await expect(verifySite("http://127.0.0.1:9", LIST)).rejects.toThrow("fetch failed");
});
