import type { ChainClient } from "@/lib/chain/createChainClient";
import { readBlockTimes } from "@/lib/chain/readBlockTimes";
import type { RawLog } from "@/lib/chain/readLogs";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { YieldFlow } from "@/lib/vault/YieldFlow";

/** What a log says of a flow; where and when is the log's own. */
export type ToldFlow = Pick<YieldFlow, "kind" | "asset" | "assets" | "shares">;

/** Logs as flows with their times, in the order of the chain; what `told` makes null of is none. */
export async function datedFlows(
  client: ChainClient,
  logs: readonly RawLog[],
  told: (log: RawLog) => ToldFlow | null,
): Promise<readonly YieldFlow[]> {
  const times = await readBlockTimes(client, logs);
  const flows = logs.flatMap((log): readonly YieldFlow[] => {
    const flow = told(log);
    const { address: entrance, blockNumber, logIndex, transactionHash: transaction } = log;
    const at = unixSeconds(times.get(blockNumber) ?? 0n);
    return flow === null ? [] : [{ ...flow, entrance, blockNumber, logIndex, transaction, at }];
  });
  return flows.sort((a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex);
}
