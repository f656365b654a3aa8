import { expect, test } from "vitest";
import { joinedRegistry } from "./joinedRegistry";
import type { ListedVault } from "./VaultRegistry";

const entry = (byte: string, name: string): ListedVault => ({
  address: `0x${byte.repeat(20)}`,
  protocol: "erc4626",
  name,
  assets: [],
});
const own = { vaults: [entry("ab", "Own")], refusals: [] };

test("default: the chain's published vaults follow the deployment's, whose word counts for an address in both", () => {
  const published = {
    chains: { 1: { vaults: [entry("AB", "Same"), entry("cd", "Other")], refusals: ["x"] } },
    refusals: [],
  };
  expect(joinedRegistry(own, published, 1)).toEqual({
    vaults: [entry("ab", "Own"), entry("cd", "Other")],
    refusals: ["x"],
  });
});

test("behavior: another chain's entries are none of this one's", () => {
  expect(
    joinedRegistry(own, { chains: { 8453: { vaults: [entry("cd", "Other")], refusals: [] } }, refusals: [] }, 1),
  ).toEqual(own);
});
