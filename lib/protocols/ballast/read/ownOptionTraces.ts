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
  /** Of both, how many there are beyond what is asked about. */
  readonly leftOut: number;
};

/** Whose traces, in which blocks. */
export type TraceRange = { readonly account: Address; readonly fromBlock: bigint; readonly toBlock: bigint };

/**
 * Anybody can send anybody tokens, but only ones that somebody put collateral up for: so many series are asked about, the largest transfers
 * first. Of the sales, which the address signed for itself, the newest.
 */
const MOST_SERIES = 5_000;
const MOST_SALES = 2_000;

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
  const seriesIds = receivedIds(received.map(receiptOf));
  const sales = new Map(filled.toReversed().map((log) => [`${log.topics[1]} ${log.topics[2]}`, saleOf(log)]));
  return {
    seriesIds: seriesIds.slice(0, MOST_SERIES),
    sales: [...sales.values()].slice(0, MOST_SALES),
    leftOut: Math.max(0, seriesIds.length - MOST_SERIES) + Math.max(0, sales.size - MOST_SALES),
  };
}

type Receipt = { readonly id: bigint; readonly amount: bigint };

/**
 * Ids of which something came, each once, by the largest transfer. One of nothing is free to send to anybody, of ids that do not even exist: it says
 * nothing.
 */
function receivedIds(receipts: readonly Receipt[]): readonly bigint[] {
  const largest = new Map<bigint, bigint>();
  for (const { id, amount } of receipts) if (amount > (largest.get(id) ?? 0n)) largest.set(id, amount);
  return [...largest].toSorted(([, a], [, b]) => (a === b ? 0 : a > b ? -1 : 1)).map(([id]) => id);
}

function topicsOf(events: typeof RECEIVED | typeof FILLED): readonly Hex[] {
  return events.map((event) => toEventSelector(event));
}

function receiptOf(log: RawLog): Receipt {
  return decoded(() => {
    const { id, amount } = decodeEventLog({ abi: RECEIVED, ...partsOf(log) }).args;
    return { id, amount };
  });
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
