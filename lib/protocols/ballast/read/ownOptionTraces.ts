import { decodeEventLog, type Hex, pad, toEventSelector } from "viem";
import { clearinghouseAbi } from "@/contracts-abi/Clearinghouse";
import { quoteBookAbi } from "@/contracts-abi/QuoteBook";
import type { ChainClient } from "@/lib/chain/createChainClient";
import { type RawLog, readLogs } from "@/lib/chain/readLogs";
import type { Deployment } from "@/lib/config/Deployment";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import type { Address } from "@/lib/vault/Token";

/** What an address may have at the clearinghouse: series whose tokens it was once sent, and sales in which it bought. */
export type OwnOptionTraces = {
  readonly seriesIds: readonly bigint[];
  readonly sales: readonly { readonly vault: Address; readonly epoch: bigint }[];
};

/** Whose traces, in which blocks. */
export type TraceRange = { readonly account: Address; readonly fromBlock: bigint; readonly toBlock: bigint };

/** Anybody can send anybody tokens: of the series that came last, so many are asked about; of the sales, the newest. */
const MOST_SERIES = 200;
const MOST_SALES = 400;

const RECEIVED = clearinghouseAbi.filter((item) => item.type === "event" && item.name === "Transfer");
const FILLED = quoteBookAbi.filter((item) => item.type === "event" && item.name === "QuoteFilled");

/** Reads where to look. What is there is asked of the contracts: an event too many costs a read, one that a node keeps to itself hides an option. */
export async function readOwnOptionTraces(
  client: ChainClient,
  { addresses }: Deployment,
  { account, ...range }: TraceRange,
): Promise<OwnOptionTraces> {
  const subject = pad(account).toLowerCase() as Hex;
  const { clearinghouse, quoteBook } = addresses;
  const [received, filled] = await Promise.all([
    readLogs(client, { ...range, addresses: [clearinghouse], events: topicsOf(RECEIVED), subject, subjectAt: 2 }),
    readLogs(client, { ...range, addresses: [quoteBook], events: topicsOf(FILLED), subject, subjectAt: 3 }),
  ]);
  const seriesIds = new Set(received.toReversed().map(receivedId));
  const sales = new Map(filled.toReversed().map((log) => [`${log.topics[1]} ${log.topics[2]}`, saleOf(log)]));
  return { seriesIds: [...seriesIds].slice(0, MOST_SERIES), sales: [...sales.values()].slice(0, MOST_SALES) };
}

function topicsOf(events: typeof RECEIVED | typeof FILLED): readonly Hex[] {
  return events.map((event) => toEventSelector(event));
}

function receivedId(log: RawLog): bigint {
  return decoded(() => decodeEventLog({ abi: RECEIVED, ...partsOf(log) }).args.id);
}

function saleOf(log: RawLog): OwnOptionTraces["sales"][number] {
  return decoded(() => {
    const { vault, epoch } = decodeEventLog({ abi: FILLED, ...partsOf(log) }).args;
    return { vault, epoch };
  });
}

function partsOf({ topics, data }: RawLog) {
  return { topics: topics as [Hex, ...Hex[]], data };
}

function decoded<Value>(decode: () => Value): Value {
  try {
    return decode();
  } catch (cause) {
    throw new GarbledAnswerError("eth_getLogs", { cause });
  }
}
