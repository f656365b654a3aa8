import { numberToHex } from "viem";
import type { ChainClient } from "./createChainClient";
import { createPinnedReader, type PinnedReader } from "./pinnedReader";
import { takeSnapshot } from "./takeSnapshot";

/**
 * A reader of one block whose requests are its own: for contracts that nobody vouches for. Within one multicall a contract can use
 * up everybody's gas or answer without end; here it fails alone.
 */
export function readerAt(client: ChainClient, blockNumber: bigint): PinnedReader {
  return createPinnedReader(client, (reads) => takeSnapshot(client, reads, numberToHex(blockNumber)));
}
