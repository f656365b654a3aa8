import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Deployment } from "@/lib/config/Deployment";
import { createChainSource } from "./ChainSource";

/** What a node that is not well answers: status and body of every request. */
type Sick = (asked: { readonly method: string; readonly id: number }) => {
  readonly status: number;
  readonly body: string;
};

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function nodeThat(answers: Sick): Promise<string> {
  server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      const { status, body } = answers(JSON.parse(text));
      const type = status === 200 ? "application/json" : "text/plain";
      response.writeHead(status, { "content-type": type }).end(body);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const address = `0x${"1".repeat(40)}` as const;

function sourceOf(rpcUrls: readonly string[]) {
  const addresses = {
    clearinghouse: address,
    settlementOracle: address,
    quoteBook: address,
    strategyRouter: address,
    timelock: address,
    weth: address,
    multicall3: address,
  };
  const deployment: Deployment = {
    chainId: 31337,
    rpcUrls,
    startBlock: 0,
    addresses,
    vaults: [],
    tokens: [],
    feeds: [],
    hasMarket: false,
    codeHashes: [],
    sources: [],
    audits: [],
    registry: { vaults: [], refusals: [] },
  };
  return createChainSource(deployment);
}

/** aggregate3's answer: three values of the header. */
function header(chainId: bigint): string {
  const word = (value: bigint) => value.toString(16).padStart(64, "0");
  const answer = (value: bigint) => word(1n) + word(64n) + word(32n) + word(value);
  const items = [7n, 1_800_000_000n, chainId].map(answer);
  const offsets = items.map((_, index) => word(BigInt(96 + index * 128)));
  return `0x${word(32n)}${word(3n)}${offsets.join("")}${items.join("")}`;
}

function result(value: string): Sick {
  return ({ id }) => ({ status: 200, body: JSON.stringify({ jsonrpc: "2.0", id, result: value }) });
}

describe("a node that is not well", () => {
  it("default: a well one says block, time and chain in one answer", async () => {
    const source = sourceOf([await nodeThat(result(header(31_337n)))]);
    expect((await source.reader.read({})).block).toEqual({ number: 7n, timestamp: 1_800_000_000n });
  });

  it("behavior: a dead first node hands over to the second", async () => {
    const alive = await nodeThat(result(header(31_337n)));
    const source = sourceOf(["http://127.0.0.1:1", alive]);
    expect((await source.reader.read({})).block.number).toBe(7n);
  });

  it("error: nobody there", async () => {
    await expect(sourceOf(["http://127.0.0.1:1"]).reader.read({})).rejects.toMatchObject({ code: "rpcUnreachable" });
  });

  it("error: another chain's node", async () => {
    const source = sourceOf([await nodeThat(result(header(1n)))]);
    await expect(source.reader.read({})).rejects.toMatchObject({ code: "wrongChainNode", actualChainId: 1 });
  });

  it.each([
    ["nothing", "0x"],
    ["half an answer", header(31_337n).slice(0, 200)],
    ["no bytes at all", "hello"],
  ])("error: %s", async (_, value) => {
    const source = sourceOf([await nodeThat(result(value))]);
    await expect(source.reader.read({})).rejects.toMatchObject({ code: "garbledAnswer" });
  });

  it.each([
    [429, "slow down", "rpcRateLimited"],
    [500, "oops", "rpcUnreachable"],
    [200, "<html>", "garbledAnswer"],
  ])("error: status %i with %s", async (status, body, code) => {
    const source = sourceOf([await nodeThat(() => ({ status, body }))]);
    await expect(source.reader.read({})).rejects.toMatchObject({ code });
  });

  it("error: a true answer to another question", async () => {
    const answer = result(header(31_337n));
    const source = sourceOf([await nodeThat((asked) => answer({ ...asked, id: asked.id + 1 }))]);
    await expect(source.reader.read({})).rejects.toMatchObject({ code: "garbledAnswer" });
  });

  it("error: a JSON-RPC error that is no revert", async () => {
    const error = { code: -32_000, message: "header not found" };
    const source = sourceOf([
      await nodeThat(({ id }) => ({ status: 200, body: JSON.stringify({ jsonrpc: "2.0", id, error }) })),
    ]);
    await expect(source.reader.read({})).rejects.toMatchObject({ code: "rpcRefused" });
  });
});
