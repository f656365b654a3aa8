import { http, type Transport } from "viem";
import { fetchAnswer } from "./fetchAnswer";

/** How long one node may take to answer before the next is asked. */
export const RPC_TIMEOUT_MILLISECONDS = 10_000;

/** One node by itself, asked once more when it fails. */
export function nodeTransport(url: string): Transport {
  return http(url, { timeout: RPC_TIMEOUT_MILLISECONDS, retryCount: 1, retryDelay: 150, fetchFn: fetchAnswer });
}
