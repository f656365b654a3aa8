import { readFileSync } from "node:fs";
import fc from "fast-check";
import { getAddress } from "viem";
import { describe, expect, it } from "vitest";
import { parseVaultRegistry } from "./parseVaultRegistry";

const address = (digit: string) => `0x${digit.repeat(40)}`;
const vault = { address: address("a"), protocol: "erc4626", name: "Lent dollars", assets: [address("e")] };
const pool = { address: address("b"), protocol: "aave" };
const listOf = (vaults: unknown, more: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({ version: 1, chains: { 1: { vaults }, ...more } });

function read(text: string) {
  const parsed = parseVaultRegistry(text);
  if (!parsed.ok) throw new TypeError(parsed.fault);
  return parsed.registry;
}

describe("parseVaultRegistry", () => {
  it("default", () => {
    expect(read(listOf([vault, pool])).chains).toEqual({
      1: { vaults: [vault, { ...pool, name: null, assets: [] }], refusals: [] },
    });
  });

  it("behavior: the file that is shipped has nothing to refuse, and its addresses carry their checksums", () => {
    const { chains, refusals } = read(readFileSync(new URL("../../public/vaults.json", import.meta.url), "utf8"));
    expect([...refusals, ...Object.values(chains).flatMap((chain) => chain.refusals)]).toEqual([]);
    const listed = Object.values(chains).flatMap(({ vaults }) => vaults);
    const addresses = listed.flatMap((entry) => [entry.address, ...entry.assets]);
    expect(addresses).toEqual(addresses.map((one) => getAddress(one)));
  });

  it.each([
    ["no object", 7, "is not an object"],
    ["no address", { protocol: "aave" }, "address is not an address"],
    ["a short address", { ...vault, address: "0x12" }, "address is not an address"],
    ["an unknown protocol", { ...vault, protocol: "yearn" }, "protocol is none of ballast, erc4626, aave"],
    ["a name of 101 characters", { ...vault, name: "n".repeat(101) }, "name is not a text"],
    ["a name that is no text", { ...vault, name: {} }, "name is not a text"],
    ["assets that are none", { ...vault, assets: ["0x1"] }, "assets is not a list"],
    ["two assets of one vault", { ...vault, assets: [address("e"), address("f")] }, "more than the one"],
    ["itself as asset", { ...vault, assets: [vault.address.toUpperCase().replace("0X", "0x")] }, "itself"],
    ["an address twice", { ...pool, address: pool.address.toUpperCase().replace("0X", "0x") }, "listed twice"],
  ])("error: %s is left out with a sentence, and nothing else with it", (_, entry, sentence) => {
    const { chains } = read(listOf([pool, entry, { ...vault, address: address("c") }]));
    expect(chains[1]?.vaults.map((one) => one.address)).toEqual([pool.address, address("c")]);
    expect(chains[1]?.refusals).toEqual([expect.stringContaining(sentence)]);
  });

  it("error: a chain that cannot be read leaves the others as they are", () => {
    const registry = read(listOf([vault], { 10: null, 8453: { vaults: {} }, "0x1": { vaults: [] }, "-1": {} }));
    expect(registry.chains[1]?.vaults).toHaveLength(1);
    expect(registry.chains[10]).toEqual({ vaults: [], refusals: ["chains.10.vaults is not a list."] });
    expect(registry.chains[8453]?.refusals).toHaveLength(1);
    expect(registry.refusals).toHaveLength(2);
  });

  it.each([
    ["", "It is not a JSON object."],
    ["[]", "It is not a JSON object."],
    ['{"version":2,"chains":{}}', "Its version is not 1."],
    ['{"version":1,"chains":[]}', "Its chains are not an object."],
    [" ".repeat(1_000_001), "It is longer than 1000000 characters."],
  ])("error: nothing can be read of %.20j", (text, fault) => {
    expect(parseVaultRegistry(text)).toEqual({ ok: false, fault });
  });

  it("behavior: no text makes it throw", () => {
    fc.assert(fc.property(fc.json(), (text) => void parseVaultRegistry(text)));
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseVaultRegistry(listOf(value))));
  });
});
