import { expect, it } from "vitest";
import { phoneSession } from "./PhoneSession";

const ADDRESS = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const topic = "t";

const sessionOf = (accounts: readonly string[], name = "eip155") =>
  phoneSession({ topic, namespaces: { [name]: { accounts: [...accounts], methods: ["m"], events: [] } } });

it("default: accounts by chain, with checksums, in the wallet's order and each once", () => {
  const accounts = [`eip155:8453:${ADDRESS.toLowerCase()}`, `eip155:1:${ADDRESS}`, `eip155:1:${ADDRESS.toLowerCase()}`];
  expect(sessionOf(accounts)).toEqual({
    topic,
    methods: ["m"],
    accounts: [
      { chainId: 8453, address: ADDRESS },
      { chainId: 1, address: ADDRESS },
    ],
  });
});

it("behavior: a namespace of one chain is read too", () => {
  expect(sessionOf([`eip155:1:${ADDRESS}`], "eip155:1")?.accounts).toEqual([{ chainId: 1, address: ADDRESS }]);
});

it.each([
  [[]],
  [["eip155:1:0x12"]],
  [[ADDRESS]],
  [[`eip155:01:${ADDRESS}`]],
  [[`eip155:99999999999999999999:${ADDRESS}`]],
  [[`eip155:1:${ADDRESS}<script>`]],
  [[`solana:1:${ADDRESS}`]],
])("error: %j is no account", (accounts) => {
  expect(sessionOf(accounts)).toBe(null);
});

it("error: accounts of another kind of chain are none", () => {
  expect(sessionOf([`eip155:1:${ADDRESS}`], "cosmos")).toBe(null);
});
