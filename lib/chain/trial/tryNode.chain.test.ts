import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import type { NodeFault as FaultOfNode } from "@/devnet/faults/NodeFault";
import { type FaultyNode, startFaultyNode } from "@/devnet/faults/startFaultyNode";
import { startAnvil } from "@/devnet/processes/anvil";
import { freePort } from "@/devnet/processes/freePort";
import type { Deployment } from "@/lib/config/Deployment";
import type { NodeFault, NodeTrial } from "@/lib/transaction/NodeTrial";
import { tryNode } from "./tryNode";

const ALL = ["answers", "chain", "block", "code", "calls", "logs"];

let test: TestDevnet;
let node: FaultyNode;
let deployment: Deployment;
const servers: Server[] = [];

beforeAll(async () => {
  test = await startTestDevnet();
  deployment = test.deployment;
  node = await startFaultyNode(test.devnet.rpcUrl);
});

afterEach(async () => {
  await node.setFault("none");
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

afterAll(async () => {
  await node?.stop();
  await test?.stop();
});

function failed({ findings }: NodeTrial): NodeFault | null {
  return findings.at(-1)?.fault ?? null;
}

async function serverThat(status: number, body: string): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("tryNode", () => {
  it("default: a well node passes all checks, with its path kept", async () => {
    const trial = await tryNode(`${node.url}/v2/key?a=b`, deployment);
    expect(trial.findings).toEqual(ALL.map((check) => ({ check, fault: null })));
    expect(trial).toMatchObject({ isCompared: true, fitness: "whole" });
    expect(trial.block).toBeGreaterThan(0n);
  });

  it("behavior: where none of the app's nodes answers nothing is compared, and the rest is tried all the same", async () => {
    const dead = { ...deployment, rpcUrls: [await serverThat(503, "")] };
    expect(await tryNode(node.url, dead)).toMatchObject({ isCompared: false, fitness: "whole" });
    expect(await tryNode(node.url, { ...deployment, rpcUrls: [node.url] })).toMatchObject({ isCompared: false });
  });

  const FAULTS: readonly (readonly [FaultOfNode, string, NodeFault["kind"]])[] = [
    ["down", "answers", "unreachable"],
    ["rateLimited", "answers", "rateLimited"],
    ["serverError", "answers", "status"],
    ["html", "answers", "noSense"],
    ["truncated", "answers", "noSense"],
    ["wrongId", "answers", "noSense"],
    ["wrongChainId", "chain", "wrongChain"],
    ["wrongCode", "code", "otherCode"],
  ];

  it.each(FAULTS)("error: %s is found at %s as %s", async (fault, check, kind) => {
    await node.setFault(fault);
    const trial = await tryNode(node.url, deployment);
    expect(trial.findings.at(-1)).toMatchObject({ check, fault: { kind } });
    expect(trial.fitness).toBe("none");
  });

  it("error: nobody there", async () => {
    const url = await serverThat(200, "");
    servers[0]?.close();
    servers[0]?.closeAllConnections();
    expect(failed(await tryNode(url, deployment))).toEqual({ kind: "unreachable" });
  });

  it("error: a server that wants a key, and one that answers with a page", async () => {
    const denied = await serverThat(401, "no key");
    expect(failed(await tryNode(denied, deployment))).toEqual({ kind: "status", status: 401 });
    const page = await serverThat(200, "<!doctype html><title>Welcome</title>");
    expect(failed(await tryNode(page, deployment))).toEqual({ kind: "noSense" });
    const odd = await serverThat(200, '{"jsonrpc":"2.0","id":1,"result":{"toString":1}}');
    expect((await tryNode(odd, deployment)).fitness).toBe("none");
  });

  it("error: a chain of the same number without the contracts, and one of another number", async () => {
    const own = await startAnvil({ port: await freePort() });
    try {
      const empty = await tryNode(own.rpcUrl, { ...deployment, rpcUrls: [own.rpcUrl] });
      expect(failed(empty)).toMatchObject({ kind: "noCode" });
      expect(failed(await tryNode(own.rpcUrl, deployment))).toMatchObject({ kind: "behind", block: 0n });
      expect(failed(await tryNode(own.rpcUrl, { ...deployment, chainId: 1 }))).toEqual({
        kind: "wrongChain",
        expected: 1,
        found: deployment.chainId,
      });
    } finally {
      await own.stop();
    }
  });

  it("error: a node that stays behind, and one on another fork", async () => {
    await node.setFault("stale");
    await test.source.client.request({ method: "anvil_mine" as never, params: ["0x6"] as never });
    expect(failed(await tryNode(node.url, deployment))).toMatchObject({ kind: "behind" });
    node.setFalsifier(({ method }, result) =>
      method === "eth_getBlockByNumber" ? { ...(result as object), hash: `0x${"ab".repeat(32)}` } : result,
    );
    expect(failed(await tryNode(node.url, deployment))).toMatchObject({ kind: "otherFork" });
  });

  it("error: a node that carries out calls at its newest block only, and one that keeps no logs", async () => {
    node.setFalsifier(({ method, params = [] }, result) =>
      method === "eth_call" && params[1] !== "latest" ? "0x" : result,
    );
    expect((await tryNode(node.url, deployment)).findings.at(-1)).toMatchObject({ check: "calls" });
    const proxy = createServer((request, response) => void withoutLogs(test.devnet.rpcUrl, request, response));
    servers.push(proxy);
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    const trial = await tryNode(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, deployment);
    expect(trial.findings.at(-1)).toEqual({
      check: "logs",
      fault: { kind: "noLogs", fromBlock: BigInt(deployment.startBlock) },
    });
    expect(trial.fitness).toBe("withoutLogs");
  });
});

async function withoutLogs(
  rpcUrl: string,
  request: AsyncIterable<Buffer>,
  response: { end: (text: string) => unknown },
): Promise<void> {
  let body = "";
  for await (const chunk of request) body += chunk;
  const { id, method } = JSON.parse(body) as { id: number; method: string };
  if (method !== "eth_getLogs") {
    const answer = await fetch(rpcUrl, { method: "POST", headers: { "content-type": "application/json" }, body });
    response.end(await answer.text());
    return;
  }
  response.end(JSON.stringify({ jsonrpc: "2.0", id, error: { code: -32_601, message: "no logs" } }));
}
