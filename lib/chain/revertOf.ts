import { numberToHex } from "viem";
import type { DecodedRevert } from "@/lib/errors/chainErrors";
import type { Call } from "@/lib/transaction/Call";
import { revertBytes } from "./chainFailure";
import type { ChainClient } from "./createChainClient";
import { decodeRevert } from "./decodeRevert";

/** A mined call that failed. */
export type FailedCall = { readonly account: `0x${string}`; readonly call: Call; readonly blockNumber: bigint };

/**
 * Why a mined transaction failed: receipts do not say, so the call is made again on the state its block left. Null when
 * it does not fail there or the node no longer knows that state.
 */
export async function revertOf(
  client: ChainClient,
  { account, call, blockNumber }: FailedCall,
): Promise<DecodedRevert | null> {
  const request = { from: account, to: call.to, data: call.calldata, value: numberToHex(call.value) };
  try {
    await client.request({ method: "eth_call", params: [request, numberToHex(blockNumber)] });
    return null;
  } catch (cause) {
    const bytes = revertBytes(cause);
    return bytes === undefined ? null : decodeRevert(bytes);
  }
}
