import { type Hex, hexToBigInt } from "viem";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";
import type { FoundTransaction, NonceSearch } from "./findByNonce";

/** A transaction in a block, and the blocks from its own to the newest. */
export type MinedTransaction = FoundTransaction & { readonly confirmations: number };

/**
 * The transaction behind the hash, if it is in a block and is the account's with this number; null otherwise. One node found
 * the hash: here it is held against what the client says of receipts and transactions.
 */
export async function minedByNumber(
  client: ChainClient,
  hash: Hex,
  { account, nonce }: Pick<NonceSearch, "account" | "nonce">,
): Promise<MinedTransaction | null> {
  const [receipt, transaction, head] = await Promise.all([
    client.request({ method: "eth_getTransactionReceipt", params: [hash] }),
    client.request({ method: "eth_getTransactionByHash", params: [hash] }),
    client.request({ method: "eth_blockNumber" }),
  ]).catch((cause: unknown) => Promise.reject(chainFailure(cause)));
  if (!receipt || !transaction) return null;
  if (transaction.from.toLowerCase() !== account.toLowerCase() || Number(transaction.nonce) !== nonce) return null;
  const confirmations = confirmationsOf(receipt.blockNumber, head);
  return { hash, to: transaction.to, data: transaction.input, value: hexToBigInt(transaction.value), confirmations };
}

/** Blocks from one to the newest, both counted; the newest that enough nodes have may be before it. */
export function confirmationsOf(block: Hex, head: Hex): number {
  return Math.max(1, Number(hexToBigInt(head) - hexToBigInt(block)) + 1);
}
