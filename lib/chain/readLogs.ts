import { type Hex, numberToHex, type RpcLog } from "viem";
import { GarbledAnswerError, RpcRefusedError } from "@/lib/errors/chainErrors";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";

/** Which logs: of these contracts, with one of these first topics, from a block to another. */
export type LogFilter = {
  readonly addresses: readonly `0x${string}`[];
  /** First topics, any of them. */
  readonly events: readonly Hex[];
  /** One of the events' indexed arguments, as 32 bytes. Any where it is left out. */
  readonly subject?: Hex;
  /** Which of the indexed arguments, from 1, the first unless said otherwise. */
  readonly subjectAt?: 1 | 2 | 3;
  readonly fromBlock: bigint;
  readonly toBlock: bigint;
};

/** A log with the time of its block, when the node tells it (not all do). */
export type RawLog = {
  readonly address: `0x${string}`;
  readonly topics: readonly Hex[];
  readonly data: Hex;
  readonly blockNumber: bigint;
  readonly logIndex: number;
  readonly transactionHash: Hex;
  readonly timestamp: bigint | null;
};

/** Blocks asked for at once at first; halved when the node finds it too much. */
const FIRST_SPAN = 50_000n;

/** The smallest number of blocks that logs are asked for at once. */
export const LEAST_LOG_SPAN = 250n;

/** Reads all matching logs in order, in as few requests as the node allows. */
export async function readLogs(client: ChainClient, filter: LogFilter): Promise<readonly RawLog[]> {
  const logs: RawLog[] = [];
  let span = FIRST_SPAN;
  let from = filter.fromBlock;
  while (from <= filter.toBlock) {
    const to = from + span - 1n < filter.toBlock ? from + span - 1n : filter.toBlock;
    const part = await requestLogs(client, { ...filter, fromBlock: from, toBlock: to }).catch((cause: unknown) => {
      const failure = chainFailure(cause);
      if (!(failure instanceof RpcRefusedError) || span <= LEAST_LOG_SPAN) throw failure;
      return null;
    });
    if (part === null) {
      span /= 2n;
      continue;
    }
    logs.push(...part);
    from = to + 1n;
  }
  return logs;
}

async function requestLogs(client: ChainClient, filter: LogFilter): Promise<readonly RawLog[]> {
  const logs = await client.request({
    method: "eth_getLogs",
    params: [
      {
        address: [...filter.addresses],
        topics: topicsOf(filter),
        fromBlock: numberToHex(filter.fromBlock),
        toBlock: numberToHex(filter.toBlock),
      },
    ],
  });
  if (!Array.isArray(logs)) throw new GarbledAnswerError("eth_getLogs");
  return logs.map(rawLog);
}

function topicsOf({ events, subject, subjectAt = 1 }: LogFilter): (Hex | Hex[] | null)[] {
  if (subject === undefined) return [[...events]];
  const between = Array.from({ length: subjectAt - 1 }, () => null);
  return [[...events], ...between, subject];
}

function rawLog(log: RpcLog): RawLog {
  const { address, topics, data, blockNumber, logIndex, transactionHash } = log;
  if (!address || !topics || !data || !blockNumber || !logIndex || !transactionHash)
    throw new GarbledAnswerError("eth_getLogs");
  const timestamp = (log as { readonly blockTimestamp?: Hex | null }).blockTimestamp;
  return {
    address,
    topics,
    data,
    blockNumber: BigInt(blockNumber),
    logIndex: Number(logIndex),
    transactionHash,
    timestamp: timestamp ? BigInt(timestamp) : null,
  };
}
