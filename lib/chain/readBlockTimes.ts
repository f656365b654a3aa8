import { numberToHex } from "viem";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";
import type { RawLog } from "./readLogs";

/** The time of each log's block, unix seconds by block number: from the logs themselves, else asked for, once a block. */
export async function readBlockTimes(
  client: ChainClient,
  logs: readonly RawLog[],
): Promise<ReadonlyMap<bigint, bigint>> {
  const times = new Map<bigint, bigint>();
  for (const { blockNumber, timestamp } of logs) if (timestamp !== null) times.set(blockNumber, timestamp);
  const missing = [...new Set(logs.map(({ blockNumber }) => blockNumber))].filter((number) => !times.has(number));
  const found = await Promise.all(missing.map((number) => blockTime(client, number)));
  for (const [index, number] of missing.entries()) times.set(number, found[index] ?? 0n);
  return times;
}

async function blockTime(client: ChainClient, number: bigint): Promise<bigint> {
  const block = await client
    .request({ method: "eth_getBlockByNumber", params: [numberToHex(number), false] })
    .catch((cause: unknown) => Promise.reject(chainFailure(cause)));
  if (!block?.timestamp) throw new GarbledAnswerError("eth_getBlockByNumber");
  return BigInt(block.timestamp);
}
