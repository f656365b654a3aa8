import { createClient } from "viem";
import type { Deployment } from "@/lib/config/Deployment";
import { type ChainClient, nodeTransport } from "../createChainClient";
import { viemChain } from "../viemChain";

/** One configured node by itself: unlike the app's client, it never hands over to another. */
export type ChainNode = {
  /** Host of its address; the second of the same host is told apart by its place. Path and key are never shown. */
  readonly host: string;
  readonly client: ChainClient;
};

/** A client for each configured node, in order. */
export function chainNodes(deployment: Deployment): readonly ChainNode[] {
  const chain = viemChain(deployment);
  const hosts = nodeHosts(deployment.rpcUrls);
  return deployment.rpcUrls.map((url, index) => ({
    host: hosts[index] ?? url,
    client: createClient({ chain, transport: nodeTransport(url), cacheTime: 0 }),
  }));
}

/** How the nodes are named to people, in order. */
export function nodeHosts(rpcUrls: readonly string[]): readonly string[] {
  const hosts = rpcUrls.map((url) => (URL.canParse(url) ? new URL(url).host : url));
  return hosts.map((host, index) => {
    const before = hosts.slice(0, index).filter((other) => other === host).length;
    return before === 0 ? host : `${host} (${before + 1})`;
  });
}
