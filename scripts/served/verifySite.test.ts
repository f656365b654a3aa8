import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { contentSecurityPolicy, FILE_POLICY } from "@/lib/config/contentSecurityPolicy";
import { SECURITY_HEADERS } from "@/lib/config/securityHeaders";
import { SCRIPT_GUARD_PATH, SCRIPT_LIST_PATH, type ScriptList } from "@/lib/integrity/ScriptList";
import { sha384 } from "./publishScripts";
import { verifySite } from "./verifySite";

const CHUNK = "/_next/static/chunks/a.js";
const LAZY = "/_next/static/chunks/lazy.js";
const FILES: Readonly<Record<string, string>> = {
  [CHUNK]: 'load("static/chunks/lazy.js")',
  [LAZY]: "lazy()",
  [SCRIPT_GUARD_PATH]: "guard()",
};
const LIST: ScriptList = {
  build: "one",
  files: Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path, sha384(text)])),
};

/** A deployed site in small; a test spoils what it wants. */
const site = { files: {} as Record<string, string>, html: "", headers: {} as Record<string, string>, nonce: "" };
let server: Server;
let url: string;
let answers = 0;

beforeEach(async () => {
  site.files = { ...FILES, [SCRIPT_LIST_PATH]: JSON.stringify(LIST) };
  site.html = `<script src="${CHUNK}" async></script>`;
  site.headers = Object.fromEntries(SECURITY_HEADERS.map(({ key, value }) => [key, value]));
  site.nonce = "";
  server = createServer(({ url: path = "" }, response) => {
    answers += 1;
    const nonce = site.nonce || Buffer.from(`a nonce of its own ${answers}`).toString("base64");
    const inputs = {
      relayUrl: null,
      rpcUrls: ["https://rpc.example"],
      frameAncestors: "'none'",
      isDevelopmentServer: false,
    } as const;
    const file = site.files[path];
    const isFile = file !== undefined || path.startsWith("/_next/static/");
    const policy = isFile ? FILE_POLICY : contentSecurityPolicy({ ...inputs, nonce });
    response.writeHead(isFile && file === undefined ? 404 : 200, {
      ...site.headers,
      "content-security-policy": policy,
    });
    response.end(file ?? site.html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

test("default: a site as published", async () => {
  expect(await verifySite(url, LIST)).toEqual({
    isAsPublished: true,
    lines: [
      "  3 of 3 files have the published bytes (build one)",
      "  pages may connect to: 'self' https://rpc.example",
      `✓ ${url} is as published`,
    ],
  });
});

test("error: one byte of a file that only another file names", async () => {
  site.files[LAZY] = "lazy();";
  const { lines, isAsPublished } = await verifySite(url, LIST);
  expect(isAsPublished).toBe(false);
  expect(lines[0]).toBe(`✗ changed: ${LAZY}`);
  expect(lines).toContain("  2 of 3 files have the published bytes (build one)");
});

test("error: a file that is gone, one that no list names, a script from elsewhere, another list", async () => {
  delete site.files[LAZY];
  site.files[SCRIPT_LIST_PATH] = JSON.stringify({ ...LIST, files: { ...LIST.files, "/more.js": sha384("") } });
  site.html += '<script src="/_next/static/chunks/other.js"></script><script src="https://x.example/a.js"></script>';
  const { lines } = await verifySite(url, LIST);
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
  const { lines } = await verifySite(url, LIST);
  expect(lines).toContain("✗ /vaults: Permissions-Policy is missing");
  expect(lines).toContain("✗ /vaults: the policy's nonce is the same for two answers");
  expect(lines).toContain(`✗ ${CHUNK}: Permissions-Policy is missing`);
});

test("error: a site that is away", async () => {
  await expect(verifySite("http://127.0.0.1:9", LIST)).rejects.toThrow("fetch failed");
});
