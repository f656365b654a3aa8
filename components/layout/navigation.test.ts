import { expect, it } from "vitest";
import { isUnder } from "./navigation";

it("default: a page and what lies under it, not what merely begins alike", () => {
  expect(isUnder("/vaults", "/vaults")).toBe(true);
  expect(isUnder("/vaults/31337/0xabc", "/vaults")).toBe(true);
  expect(isUnder("/vaults-old", "/vaults")).toBe(false);
});
