import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";

/**
 * Wei per unit of gas that a transaction sent now would pay at most: 1.2 times the newest block's base fee and the usual tip.
 * A base fee rises by an eighth a block at most, so that is enough for the next one.
 */
export async function highestFeePerGas(client: ChainClient): Promise<bigint> {
  const { estimateFeesPerGas } = await import("viem/actions");
  const { maxFeePerGas } = await estimateFeesPerGas(client, { type: "eip1559" }).catch((cause: unknown) =>
    Promise.reject(chainFailure(cause)),
  );
  return maxFeePerGas;
}
