import { hexToNumber } from "viem";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";

/** The account's next nonce: by mined transactions (`latest`), or counting what waits as well (`pending`). */
export async function transactionCount(
  client: ChainClient,
  account: `0x${string}`,
  by: "latest" | "pending",
): Promise<number> {
  const count = await client
    .request({ method: "eth_getTransactionCount", params: [account, by] })
    .catch((cause: unknown) => Promise.reject(chainFailure(cause)));
  return hexToNumber(count);
}
