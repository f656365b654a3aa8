import type { ContractRead } from "./ContractRead";
import type { ChainClient } from "./createChainClient";
import { readKey } from "./readKey";
import type { PinnedBlock, Snapshot } from "./takeSnapshot";

type Reads = Readonly<Record<string, ContractRead<unknown>>>;

/** The values of a set of reads by their names. */
export type ReadValues<R extends Reads> = { readonly [K in keyof R]: R[K] extends ContractRead<infer V> ? V : never };

/** Values and the one block that all of them are from. */
export type Pinned<R extends Reads> = { readonly block: PinnedBlock; readonly values: ReadValues<R> };

/** Reads any number of view calls at one block. Calls made in the same turn of the event loop share one request. */
export type PinnedReader = { readonly read: <const R extends Reads>(reads: R) => Promise<Pinned<R>> };

/** Asks the chain for all reads of a turn at once. */
export type TakeSnapshot = (reads: ReadonlyMap<string, ContractRead<unknown>>) => Promise<Snapshot>;

type Turn = { readonly reads: Map<string, ContractRead<unknown>>; readonly snapshot: Promise<Snapshot> };

/**
 * A page is one block and one request: every read of a turn goes out as a single Multicall3 `aggregate3`, which also
 * says the block's number and time and the chain's id, so nothing else is asked. Equal calls are made once. A node of
 * another chain, an answer of the wrong length or one that cannot be decoded fails the whole turn: half a page of
 * numbers from two places is worse than none. What encodes and decodes is loaded with the first read. `take` asks the
 * chain; without it, the client at the newest block.
 */
export function createPinnedReader(
  client: ChainClient,
  take: TakeSnapshot = async (reads) => (await import("./takeSnapshot")).takeSnapshot(client, reads),
): PinnedReader {
  let turn: Turn | undefined;
  const join = (): Turn => {
    if (turn) return turn;
    const reads = new Map<string, ContractRead<unknown>>();
    const snapshot = new Promise<void>((resolve) => setTimeout(resolve, 0)).then(async () => {
      turn = undefined;
      return take(reads);
    });
    turn = { reads, snapshot };
    return turn;
  };
  return {
    read: async <const R extends Reads>(wanted: R): Promise<Pinned<R>> => {
      const { reads, snapshot } = join();
      for (const read of Object.values(wanted)) reads.set(readKey(read), read);
      const [{ block, answerOf }, { answered }] = await Promise.all([snapshot, import("./answered")]);
      const entries = Object.entries(wanted).map(([name, read]) => [name, answered(read, answerOf(read))]);
      return { block, values: Object.fromEntries(entries) as ReadValues<R> };
    },
  };
}
