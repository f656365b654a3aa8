import { decodeEventLog, type Hex, toEventSelector } from "viem";
import { quoteBookAbi } from "@/contracts-abi/QuoteBook";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import type { RawLog } from "@/lib/chain/readLogs";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";

type AbiEvent<abi extends readonly { readonly type: string }[], name extends string> = Extract<
  abi[number],
  { readonly type: "event"; readonly name: name }
>;

function eventOf<const abi extends readonly { readonly type: string }[], name extends string>(
  abi: abi,
  name: name,
): AbiEvent<abi, name> {
  return abi.find((item) => item.type === "event" && "name" in item && item.name === name) as AbiEvent<abi, name>;
}

const OPENED = eventOf(strategyVaultAbi, "EpochOpened");
const SURPLUS = eventOf(strategyVaultAbi, "MarginSurplus");
const SETTLED = eventOf(strategyVaultAbi, "EpochSettled");
const FILLED = eventOf(quoteBookAbi, "QuoteFilled");

/** First topics of the four events that an epoch's history is made of. */
export const HISTORY_EVENTS: readonly Hex[] = [OPENED, SETTLED, FILLED, SURPLUS].map((event) => toEventSelector(event));

const decoded = {
  opened: (log: RawLog) => decode([OPENED] as const, log).args,
  settled: (log: RawLog) => decode([SETTLED] as const, log).args,
  filled: (log: RawLog) => decode([FILLED] as const, log).args,
  surplus: (log: RawLog) => decode([SURPLUS] as const, log).args,
};

/** A log as one of the four events, with its block. */
export type HistoryEvent =
  | { readonly kind: "opened"; readonly log: RawLog; readonly args: ReturnType<typeof decoded.opened> }
  | { readonly kind: "settled"; readonly log: RawLog; readonly args: ReturnType<typeof decoded.settled> }
  | { readonly kind: "filled"; readonly log: RawLog; readonly args: ReturnType<typeof decoded.filled> }
  | { readonly kind: "surplus"; readonly log: RawLog; readonly args: ReturnType<typeof decoded.surplus> };

/** Decodes a log that was asked for by {@link HISTORY_EVENTS}; anything else is an answer to another question. */
export function decodeHistoryEvent(log: RawLog): HistoryEvent {
  switch (HISTORY_EVENTS.indexOf(log.topics[0] ?? "0x")) {
    case 0:
      return { kind: "opened", log, args: decoded.opened(log) };
    case 1:
      return { kind: "settled", log, args: decoded.settled(log) };
    case 2:
      return { kind: "filled", log, args: decoded.filled(log) };
    case 3:
      return { kind: "surplus", log, args: decoded.surplus(log) };
    default:
      throw new GarbledAnswerError("eth_getLogs");
  }
}

type HistoryAbi =
  | readonly [typeof OPENED]
  | readonly [typeof SETTLED]
  | readonly [typeof FILLED]
  | readonly [typeof SURPLUS];

function decode<const abi extends HistoryAbi>(abi: abi, log: RawLog) {
  try {
    return decodeEventLog({ abi, topics: log.topics as [Hex, ...Hex[]], data: log.data });
  } catch (cause) {
    throw new GarbledAnswerError("eth_getLogs", { cause });
  }
}
