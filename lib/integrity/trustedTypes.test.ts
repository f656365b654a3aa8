import { describe, expect, test } from "vitest";
import { isHarmlessHtml, isOwnScript } from "./trustedTypes";

const PAGE = "https://app.example/vaults/1/0x00";

describe("isOwnScript", () => {
  test.each(["/_next/static/chunks/a.js", "https://app.example/_next/static/a.js#params=1", "/script-guard.js"])(
    "default: %s",
    (url) => {
      expect(isOwnScript(url, PAGE)).toBe(true);
    },
  );

  test.each([
    "https://elsewhere.example/_next/static/a.js",
    "//elsewhere.example/_next/static/a.js",
    "/_next/static/../../api/market/ETH",
    "/_next/static/%2e%2e/%2e%2e/api/market/ETH",
    "data:text/javascript,1",
    "blob:https://app.example/1",
    "javascript:1",
    "https://app.example:444/_next/static/a.js",
    "/script-guard.js/x",
    "http://",
  ])("error: %s", (url) => {
    expect(isOwnScript(url, PAGE)).toBe(false);
  });
});

test("behavior: a style sheet and React's empty script are harmless, an element is not", () => {
  expect(isHarmlessHtml("[data-rk]{--rk-colors-accent:#7db2ff;}")).toBe(true);
  expect(isHarmlessHtml("<script></script>")).toBe(true);
  for (const html of ["<img src=x onerror=1>", "<script>1</script>", "</style><b>", " <script></script>"]) {
    expect(isHarmlessHtml(html), html).toBe(false);
  }
});
