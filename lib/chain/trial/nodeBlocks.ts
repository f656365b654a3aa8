import { type Hex, hexToBigInt, numberToHex } from "viem";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import type { NodeFault } from "@/lib/transaction/NodeTrial";
import type { ChainClient } from "../createChainClient";

/** A block by number and hash. */
export type Head = { readonly number: bigint; readonly hash: Hex };

/** A node further off is behind: the same bound as between the nodes of a quorum (decision 50). */
const MOST_BLOCKS_APART = 5n;

/** Where the newest block of a chain is not settled yet, nodes may differ in it: they are compared this far below. */
const SETTLED_BLOCKS = 2n;

/** The newest block that a node names. */
export async function newestOf(client: ChainClient): Promise<Head> {
  return blockAt(client, "latest");
}

/** Is a node near the newest that the app's nodes name, and on the same fork? */
export async function standsWith(
  own: Head,
  {
    client,
    others,
  }: { readonly client: ChainClient; readonly others: { readonly client: ChainClient; readonly head: Head } },
): Promise<NodeFault | null> {
  const newest = others.head.number;
  if (newest - own.number > MOST_BLOCKS_APART) return { kind: "behind", block: own.number, newest };
  const common = lower(own.number, newest) - SETTLED_BLOCKS;
  if (common < 0n) return null;
  const [mine, theirs] = await Promise.all([
    blockAt(client, numberToHex(common)),
    blockAt(others.client, numberToHex(common)).catch(() => null),
  ]);
  return theirs === null || mine.hash === theirs.hash ? null : { kind: "otherFork", block: common };
}

async function blockAt(client: ChainClient, block: Hex | "latest"): Promise<Head> {
  const found = await client.request({ method: "eth_getBlockByNumber", params: [block, false] });
  if (!found?.number || !found.hash) throw new GarbledAnswerError("eth_getBlockByNumber");
  return { number: hexToBigInt(found.number), hash: found.hash };
}

function lower(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}
