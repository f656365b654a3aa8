import { type Chain, type Client, createClient, fallback, type Transport } from "viem";
import type { Deployment } from "@/lib/config/Deployment";
import { nodeTransport } from "./nodeTransport";
import { viemChain } from "./viemChain";

/** A client of one chain. It carries no actions: each is imported by who needs it, so that pages load only those. */
export type ChainClient = Client<Transport, Chain>;

/**
 * A client over all configured nodes in their order: a node that is silent for ten seconds or fails twice hands over
 * to the next. A signed transaction is given to two of them. Caches nothing.
 */
export function createChainClient(deployment: Deployment): ChainClient {
  const chain = viemChain(deployment);
  return createClient({ chain, transport: chainTransport(deployment.rpcUrls), cacheTime: 0 });
}

/** The transport of {@link createChainClient}, for who makes a client of his own. */
export function chainTransport(rpcUrls: readonly string[]): Transport {
  const nodes = rpcUrls.map(nodeTransport);
  const [only, ...others] = nodes;
  if (only !== undefined && others.length === 0) return only;
  return sentToTwo(fallback(nodes, { retryCount: 0 }), rpcUrls);
}

/** The same transport, but for what must not depend on one node. What that takes is loaded when something is sent. */
function sentToTwo(transport: Transport, rpcUrls: readonly string[]): Transport {
  return (setting) => {
    const made = transport(setting);
    const request = async (asked: { readonly method: string; readonly params?: unknown }) => {
      if (asked.method !== "eth_sendRawTransaction") return made.request(asked);
      const { broadcast } = await import("./broadcast");
      return broadcast(rpcUrls, (asked.params as readonly [`0x${string}`])[0]);
    };
    return { ...made, request: request as typeof made.request };
  };
}
