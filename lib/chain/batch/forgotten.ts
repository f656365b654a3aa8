import { hexToBigInt } from "viem";
import type { BallastError } from "@/lib/errors/BallastError";
import { NoQuorumError } from "@/lib/errors/quorumErrors";
import { chainFailure } from "../chainFailure";
import type { ChainClient } from "../createChainClient";

/** Fewer blocks than the most frugal node keeps the state of (128). */
const KEPT_BLOCKS = 64n;

/**
 * Passes when the node, or a majority of them, refused because it no longer has the state of so old a block. Anything else is thrown on: a node that
 * is silent, limits its answers or does not have the newest block yet says nothing, and the next look will tell.
 */
export async function onlyForgotten(client: ChainClient, thrown: unknown, blockNumber: bigint): Promise<void> {
  const failure = chainFailure(thrown);
  if (!isRefusal(failure)) throw failure;
  const head = await client.request({ method: "eth_blockNumber" }).catch(() => Promise.reject(failure));
  if (hexToBigInt(head) - blockNumber < KEPT_BLOCKS) throw failure;
}

function isRefusal(failure: BallastError): boolean {
  if (!(failure instanceof NoQuorumError)) return failure.code === "rpcRefused";
  return failure.sayings.filter((saying) => saying.failure === "rpcRefused").length >= failure.needed;
}
