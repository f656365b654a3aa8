import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";

/** Wei per unit of gas that a transaction sent now would pay at most: twice the base fee and the usual tip. */
export async function highestFeePerGas(client: ChainClient): Promise<bigint> {
  const { estimateFeesPerGas } = await import("viem/actions");
  const { maxFeePerGas } = await estimateFeesPerGas(client, { type: "eip1559" }).catch((cause: unknown) =>
    Promise.reject(chainFailure(cause)),
  );
  return maxFeePerGas;
}
