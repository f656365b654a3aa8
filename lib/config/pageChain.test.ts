import { expect, test } from "vitest";
import { pageChain } from "./pageChain";

test("default: a vault's page, and the pages under it, name their chain", () => {
  expect(pageChain("/vaults/8453/0x01")).toBe(8453);
  expect(pageChain("/vaults/31337/0x01/trust")).toBe(31_337);
});

test("behavior: every other page, and what is no chain's number, names none", () => {
  for (const path of ["/", "/vaults", "/portfolio/0x01", "/vaults/0/0x01", "/vaults/1e3/0x01", "/vaults/eth/0x01"])
    expect(pageChain(path)).toBeNull();
});
