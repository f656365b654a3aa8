import { type Hex, hexToBigInt, numberToHex, type RpcTransaction } from "viem";
import { RpcRefusedError } from "@/lib/errors/chainErrors";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";
import { transactionCount } from "./transactionCount";

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
  /** First block to look at; the search ends at the newest, and looks at what waits too. */
  readonly fromBlock: bigint;
};

/** Blocks read whole at most, where the node keeps no old counts. */
const SEARCHED_BLOCKS = 300n;

/**
 * The account's transaction with this nonce, mined or waiting; null when it is not found. Which block used the nonce
 * follows from the account's count after a block, in some twenty short answers however long ago it was. A node that has
 * forgotten the old counts is asked for the blocks themselves.
 */
export async function findByNonce(client: ChainClient, search: NonceSearch): Promise<FoundTransaction | null> {
  const last = hexToBigInt(await client.request({ method: "eth_blockNumber" }).catch(reject));
  const first = search.fromBlock < 0n ? 0n : search.fromBlock;
  try {
    const block = last < first ? null : await blockOfNonce(client, search, { first, last });
    return await findInBlock(client, block === null ? "pending" : numberToHex(block), search);
  } catch (cause) {
    if (!(cause instanceof RpcRefusedError)) throw cause;
    return findInBlocks(client, search, { first, last });
  }
}

type Blocks = { readonly first: bigint; readonly last: bigint };

/**
 * The first of the blocks after which the nonce is used; null when it is free after the last. Steps back from the
 * newest, each twice as long as the one before, then halves: what was just used asks for recent counts only.
 */
async function blockOfNonce(
  client: ChainClient,
  { account, nonce }: NonceSearch,
  { first, last }: Blocks,
): Promise<bigint | null> {
  const isUsedAfter = async (block: bigint) => (await transactionCount(client, account, block)) > nonce;
  if (!(await isUsedAfter(last))) return null;
  let [low, high] = [first, last];
  for (let step = 1n; high - low > step; step *= 2n) {
    if (!(await isUsedAfter(high - step))) {
      low = high - step + 1n;
      break;
    }
    high -= step;
  }
  while (low < high) {
    const middle = (low + high) / 2n;
    if (await isUsedAfter(middle)) high = middle;
    else low = middle + 1n;
  }
  return low;
}

async function findInBlocks(
  client: ChainClient,
  search: NonceSearch,
  { first, last }: Blocks,
): Promise<FoundTransaction | null> {
  const end = last < first + SEARCHED_BLOCKS ? last : first + SEARCHED_BLOCKS;
  for (let number = end; number >= first; number -= 1n) {
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
