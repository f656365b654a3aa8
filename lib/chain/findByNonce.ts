import { type Hex, hexToBigInt, numberToHex, type RpcTransaction } from "viem";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";

/** A transaction as far as it must be known to recognise it. */
export type FoundTransaction = {
  readonly hash: Hex;
  readonly to: string | null;
  readonly data: Hex;
  readonly value: bigint;
};

/** Whose transaction, and where to look. */
export type NonceSearch = {
  readonly account: `0x${string}`;
  readonly nonce: number;
  /** First block to look at; the search ends at the newest or after `SEARCHED_BLOCKS`, and looks at what waits too. */
  readonly fromBlock: bigint;
};

/** Blocks that one search looks through at most. */
const SEARCHED_BLOCKS = 300n;

/** The account's transaction with this nonce, mined or waiting; null when it is not found. */
export async function findByNonce(client: ChainClient, search: NonceSearch): Promise<FoundTransaction | null> {
  const head = hexToBigInt(await client.request({ method: "eth_blockNumber" }).catch(reject));
  const first = search.fromBlock < 0n ? 0n : search.fromBlock;
  const last = head < first + SEARCHED_BLOCKS ? head : first + SEARCHED_BLOCKS;
  for (let number = last; number >= first; number -= 1n) {
    const found = await findInBlock(client, numberToHex(number), search);
    if (found) return found;
  }
  return findInBlock(client, "pending", search);
}

async function findInBlock(
  client: ChainClient,
  block: Hex | "pending",
  { account, nonce }: NonceSearch,
): Promise<FoundTransaction | null> {
  const answer = await client
    .request({ method: "eth_getBlockByNumber", params: [block as Hex, true] })
    .catch(block === "pending" ? () => null : reject);
  const transactions = (answer?.transactions ?? []) as readonly RpcTransaction[];
  const hit = transactions.find(
    ({ from, nonce: used }) => from.toLowerCase() === account.toLowerCase() && Number(used) === nonce,
  );
  return hit ? { hash: hit.hash, to: hit.to, data: hit.input, value: BigInt(hit.value) } : null;
}

function reject(cause: unknown): Promise<never> {
  return Promise.reject(chainFailure(cause));
}
