import { hexToNumber, numberToHex } from "viem";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";

/** The account's next nonce: by mined transactions (`latest`, or after a block), or counting what waits as well (`pending`). */
export async function transactionCount(
  client: ChainClient,
  account: `0x${string}`,
  by: "latest" | "pending" | bigint,
): Promise<number> {
  const block = typeof by === "bigint" ? numberToHex(by) : by;
  const count = await client
    .request({ method: "eth_getTransactionCount", params: [account, block] })
    .catch((cause: unknown) => Promise.reject(chainFailure(cause)));
  return hexToNumber(count);
}
