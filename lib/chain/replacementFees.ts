import { type Hex, hexToBigInt } from "viem";
import { estimateFeesPerGas } from "viem/actions";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";

/** EIP-1559 fees in wei per unit of gas. */
export type Fees = {
  readonly maxFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
  /** Of the one whose place is taken: estimated anew, it would be for a state in which that one is done already. */
  readonly gas?: bigint;
};

/** Nodes take the place of a waiting transaction for a tenth more at least; an eighth leaves room for their rounding. */
const raised = (fee: bigint) => fee + fee / 8n + 1n;

/**
 * Fees with which another transaction takes the place of a waiting one: an eighth above its own, and no less than a new
 * transaction would pay now. For a transaction that no node knows any more, today's fees.
 */
export async function replacementFees(client: ChainClient, hash: Hex): Promise<Fees> {
  try {
    const [waiting, today] = await Promise.all([
      client.request({ method: "eth_getTransactionByHash", params: [hash] }),
      estimateFeesPerGas(client, { type: "eip1559" }),
    ]);
    const price = waiting?.gasPrice ?? "0x0";
    const most = raised(hexToBigInt(waiting?.maxFeePerGas ?? price));
    const tip = raised(hexToBigInt(waiting?.maxPriorityFeePerGas ?? price));
    return {
      ...(waiting ? { gas: hexToBigInt(waiting.gas) } : {}),
      maxFeePerGas: larger(most, today.maxFeePerGas),
      maxPriorityFeePerGas: larger(tip, today.maxPriorityFeePerGas),
    };
  } catch (cause) {
    throw chainFailure(cause);
  }
}

function larger(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}
