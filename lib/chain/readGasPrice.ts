import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";

/** Wei per unit of gas that a transaction pays now: the node's own figure, base fee and usual tip together. What it pays at most is {@link highestFeePerGas}'s. */
export async function readGasPrice(client: ChainClient): Promise<bigint> {
  const { getGasPrice } = await import("viem/actions");
  return getGasPrice(client).catch((cause: unknown) => Promise.reject(chainFailure(cause)));
}
