import { createClient } from "viem";
import type { Deployment } from "@/lib/config/Deployment";
import type { ChainClient } from "../createChainClient";
import { nodeTransport } from "../nodeTransport";
import { viemChain } from "../viemChain";
import { nodeHosts } from "./nodeHosts";

/** One configured node by itself: unlike the app's client, it never hands over to another. */
export type ChainNode = {
  /** How it is named to people. */
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
