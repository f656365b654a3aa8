import { type Chain, type Client, createClient, fallback, http, type Transport } from "viem";
import type { Deployment } from "@/lib/config/Deployment";
import { viemChain } from "./viemChain";

/** A client of one chain. It carries no actions: each is imported by who needs it, so that pages load only those. */
export type ChainClient = Client<Transport, Chain>;

/** How long one node may take to answer before the next is asked. */
export const RPC_TIMEOUT_MILLISECONDS = 10_000;

/**
 * A client over all configured nodes in their order: a node that is silent for ten seconds or fails twice hands over
 * to the next. Caches nothing.
 */
export function createChainClient(deployment: Deployment): ChainClient {
  const chain = viemChain(deployment);
  return createClient({ chain, transport: chainTransport(deployment.rpcUrls), cacheTime: 0 });
}

/** The transport of {@link createChainClient}, for wallets' own configuration. */
export function chainTransport(rpcUrls: readonly string[]): Transport {
  const nodes = rpcUrls.map((url) => http(url, ONE_RETRY));
  const [only, ...others] = nodes;
  return only !== undefined && others.length === 0 ? only : fallback(nodes, { retryCount: 0 });
}

const ONE_RETRY = { timeout: RPC_TIMEOUT_MILLISECONDS, retryCount: 1, retryDelay: 150 } as const;
