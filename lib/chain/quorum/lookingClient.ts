import type { ChainSource } from "../ChainSource";
import type { ChainClient } from "../createChainClient";
import { everyNode } from "./everyNode";
import { quorumSource } from "./quorumSource";

type Asked = { readonly method: string; readonly params?: readonly unknown[] };

/**
 * A client for one look at what became of a transaction. What ends it or frees its number (receipts, mined transactions
 * counted, the newest block) is what a majority of the configured nodes says, and that there is no receipt is an answer like
 * another; the transaction itself may be known to any of them. Where in the past a number was used is asked of one node,
 * as it only says where to look. Throws NoQuorumError: the next look will tell.
 */
export async function lookingClient(source: ChainSource): Promise<ChainClient> {
  if (source.deployment.rpcUrls.length < 2) return source.client;
  const every = everyNode(source);
  const { client, pinned } = await quorumSource(source);
  const request = async (asked: Asked): Promise<unknown> => {
    if (asked.method === "eth_blockNumber") return pinned;
    return (isOfMajority(asked) ? client : every).request(asked as never);
  };
  return { ...source.client, request: request as ChainClient["request"] };
}

function isOfMajority({ method, params = [] }: Asked): boolean {
  if (method === "eth_getTransactionCount") return params[1] === "latest";
  return method === "eth_getTransactionReceipt";
}
