import type { Hex } from "viem";
import type { Deployment } from "@/lib/config/Deployment";
import type { NodeCheck, NodeFault, NodeFinding, NodeTrial } from "@/lib/transaction/NodeTrial";
import type { ChainClient } from "../createChainClient";
import { chainNodes } from "../quorum/ChainNode";
import { newestOf, standsWith } from "./nodeBlocks";
import { nodeFault } from "./nodeFault";
import { codeFault, hasCalls, lacksLogs } from "./nodeServices";

/** What is known of the tried node as the checks go on. */
type Tried = {
  readonly url: string;
  readonly client: ChainClient;
  readonly deployment: Deployment;
  block: bigint | null;
  isCompared: boolean;
};

type Check = { readonly check: NodeCheck; readonly run: (tried: Tried) => Promise<NodeFault | null> };

const CHECKS: readonly Check[] = [
  { check: "answers", run: ({ client }) => chainIdOf(client).then(() => null) },
  { check: "chain", run: chainFault },
  { check: "block", run: blockFault },
  { check: "code", run: ({ client, deployment }) => codeFault(client, deployment) },
  { check: "calls", run: ({ client, block }) => hasCalls(client, block ?? 0n) },
  { check: "logs", run: ({ client, deployment, block }) => lacksLogs(client, deployment, block ?? 0n) },
];

/**
 * Asks a node for all that the app will ask of it, one thing after the other, up to the first failure: that it answers this page, serves
 * the chain, is where the app's own nodes are, has the published code at the contracts, carries out calls at a block, and tells logs from
 * the first block on. Sends nothing but questions about public state. Never throws.
 */
export async function tryNode(url: string, deployment: Deployment): Promise<NodeTrial> {
  const [node] = chainNodes({ ...deployment, rpcUrls: [url] });
  if (node === undefined) return { findings: [], block: null, isCompared: false, fitness: "none" };
  const tried: Tried = { url, client: node.client, deployment, block: null, isCompared: false };
  const findings: NodeFinding[] = [];
  for (const { check, run } of CHECKS) {
    const fault = await run(tried).catch((cause: unknown) => nodeFault(cause, url));
    findings.push({ check, fault });
    if (fault !== null) break;
  }
  const { block, isCompared } = tried;
  return { findings, block, isCompared, fitness: fitnessOf(findings) };
}

function fitnessOf(findings: readonly NodeFinding[]): NodeTrial["fitness"] {
  const failed = findings.find(({ fault }) => fault !== null);
  if (failed === undefined) return "whole";
  return failed.check === "logs" ? "withoutLogs" : "none";
}

async function chainIdOf(client: ChainClient): Promise<number> {
  const id: unknown = await client.request({ method: "eth_chainId" });
  if (typeof id !== "string" || !/^0x[\da-f]{1,13}$/i.test(id)) throw new SyntaxError("no chain id");
  return Number(id as Hex);
}

async function chainFault({ client, deployment }: Tried): Promise<NodeFault | null> {
  const found = await chainIdOf(client);
  return found === deployment.chainId ? null : { kind: "wrongChain", expected: deployment.chainId, found };
}

/** Held against the app's own nodes where any of them answers: else nobody can say how new its newest block is. */
async function blockFault(tried: Tried): Promise<NodeFault | null> {
  const [own, others] = await Promise.all([newestOf(tried.client), newestOfApp(tried)]);
  tried.block = own.number;
  tried.isCompared = others !== null;
  return others === null ? null : standsWith(own, { client: tried.client, others });
}

async function newestOfApp({ deployment, url }: Tried) {
  const nodes = chainNodes({ ...deployment, rpcUrls: deployment.rpcUrls.filter((known) => known !== url) });
  const heads = await Promise.all(
    nodes.map(async ({ client }) => ({ client, head: await newestOf(client).catch(() => null) })),
  );
  return heads.reduce<{ readonly client: ChainClient; readonly head: { number: bigint; hash: Hex } } | null>(
    (best, { client, head }) =>
      head !== null && (best === null || head.number > best.head.number) ? { client, head } : best,
    null,
  );
}
