import {
  type Chain,
  createClient,
  custom,
  decodeFunctionData,
  encodeAbiParameters,
  encodeFunctionResult,
  parseAbi,
} from "viem";
import { mainnet } from "viem/chains";
import { expect, test, vi } from "vitest";
import type { ChainClient } from "./createChainClient";
import { readNamedAddress } from "./readNamedAddress";

const RESOLVER = parseAbi([
  "function resolveWithGateways(bytes name, bytes data, string[] gateways) view returns (bytes result, address resolver)",
]);
const ADDRESS = `0x${"a1".repeat(20)}` as const;

/** A node that knows one name, whatever it is asked for. */
function nodeWith(address: `0x${string}`, id = 1) {
  const asked: { to?: string; data?: `0x${string}` }[] = [];
  const request = vi.fn(async ({ params }: { readonly params?: unknown }) => {
    asked.push((params as [{ to?: string; data?: `0x${string}` }])[0]);
    const result = encodeAbiParameters([{ type: "address" }], [address]);
    return encodeFunctionResult({ abi: RESOLVER, functionName: "resolveWithGateways", result: [result, ADDRESS] });
  });
  const chain: Chain = { ...mainnet, id };
  const client: ChainClient = createClient({ chain, transport: custom({ request }) });
  return { client, asked, request };
}

test("default: a name leads to its address, asked of the universal resolver in the form that all wallets use", async () => {
  const { client, asked } = nodeWith(ADDRESS);
  expect(await readNamedAddress(client, " Vault.ETH ")).toMatchObject({ ok: true });
  expect(asked[0]?.to?.toLowerCase()).toBe("0xeeeeeeee14d718c2b47d9923deab1335e144eeee");
  const { args } = decodeFunctionData({ abi: RESOLVER, data: asked[0]?.data ?? "0x" });
  expect(Buffer.from((args[0] ?? "0x").slice(2), "hex").toString()).toContain("vault");
});

test("error: a name that leads nowhere, text that is none, and a chain without names", async () => {
  expect(await readNamedAddress(nodeWith(`0x${"00".repeat(20)}`).client, "nobody.eth")).toEqual({
    ok: false,
    reason: "notFound",
  });
  const { client, request } = nodeWith(ADDRESS);
  expect(await readNamedAddress(client, "va ult_.eth")).toEqual({ ok: false, reason: "malformed" });
  expect(await readNamedAddress(nodeWith(ADDRESS, 31_337).client, "vault.eth")).toEqual({
    ok: false,
    reason: "noNames",
  });
  expect(request).not.toHaveBeenCalled();
});
