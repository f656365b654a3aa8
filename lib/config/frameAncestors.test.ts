import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { frameAncestors, parseSafeOrigins } from "./frameAncestors";
import { SAFE_ENTRY, SAFE_ORIGIN } from "./safeEntry";

const SAFES = [SAFE_ORIGIN, "https://safe.example"];

describe("frameAncestors", () => {
  it("default: nobody frames a page", () => {
    for (const path of ["/", "/vaults", "/portfolio", "/vaults/1/0x00", "/review", "/rights", "/api/health"]) {
      expect(frameAncestors(path, SAFES), path).toBe("'none'");
    }
  });

  it("behavior: the entry alone is open, to the named pages alone", () => {
    expect(frameAncestors(SAFE_ENTRY, SAFES)).toEqual(SAFES);
    for (const path of ["/safe/", "/safe/vaults", "/safer", "/SAFE", "/safe%2f", "//safe", "/vaults/safe"]) {
      expect(frameAncestors(path, SAFES), path).toBe("'none'");
    }
  });

  it("behavior: nobody is named, nobody frames it", () => {
    expect(frameAncestors(SAFE_ENTRY, [])).toBe("'none'");
  });
});

describe("parseSafeOrigins", () => {
  it("default: origins, each once", () => {
    expect(parseSafeOrigins(`${SAFE_ORIGIN}, https://safe.example:8443\n${SAFE_ORIGIN}`)).toEqual([
      SAFE_ORIGIN,
      "https://safe.example:8443",
    ]);
    expect(parseSafeOrigins(" ")).toEqual([]);
    expect(parseSafeOrigins("http://127.0.0.1:4000 http://localhost:4000")).toHaveLength(2);
  });

  it.each([
    "*",
    "https:",
    "https://*.safe.global",
    "http://app.safe.global",
    "https://app.safe.global/",
    "https://app.safe.global/path",
    "https://user@app.safe.global",
    "app.safe.global",
    "https://app.safe.global;",
    "'self'",
    "data:text/html,x",
    "null",
  ])("error: %s is no origin, and nothing is taken", (text) => {
    expect(parseSafeOrigins(text)).toBeNull();
    expect(parseSafeOrigins(`${SAFE_ORIGIN} ${text}`)).toBeNull();
  });
});

describe("the manifest", () => {
  it("default: what a Safe's page asks of an app, and its picture beside it", () => {
    const manifest: unknown = JSON.parse(readFileSync("public/safe/manifest.json", "utf8"));
    expect(manifest).toMatchObject({
      name: expect.stringMatching(/^.{3,40}$/),
      description: expect.stringMatching(/^.{20,200}$/),
      iconPath: "icon.svg",
    });
    expect(readFileSync("public/safe/icon.svg", "utf8")).toBe(readFileSync("public/icon.svg", "utf8"));
  });
});
