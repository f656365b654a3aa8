import { decodeEventLog, type Hex, pad, toEventSelector } from "viem";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import type { ChainClient } from "@/lib/chain/createChainClient";
import { type LogFilter, type RawLog, readLogs } from "@/lib/chain/readLogs";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import { isSameAddress } from "@/lib/transaction/checkCall";
import type { Address } from "@/lib/vault/Token";

/** Whose activity, in which vaults, in which blocks. */
export type ActivityRange = {
  readonly account: Address;
  readonly vaults: readonly Address[];
  readonly fromBlock: bigint;
  readonly toBlock: bigint;
};

/** A vault's log with what it says. */
export type VaultLog = { readonly log: RawLog } & ReturnType<typeof decoded>;

/** What counts for everybody: every execution of what waits. */
const EXECUTIONS = selectors(["EpochSettled", "RequestsExecuted"]);
/** By which of its indexed arguments an event names the address: as controller, payer, receiver, sender or owner. */
const NAMED_AT = {
  1: selectors([
    "DepositRequest",
    "RedeemRequest",
    "Deposit",
    "CancelDepositRequest",
    "CancelDepositClaim",
    "CancelRedeemRequest",
    "CancelRedeemClaim",
    "Transfer",
  ]),
  2: selectors(["RedeemRequest", "Deposit", "CancelRedeemClaim", "Transfer"]),
  3: selectors(["Withdraw"]),
} as const;
/** Everybody's deposits into a vault, and when they were executed. */
const WAITING = [...selectors(["DepositRequest", "CancelDepositRequest"]), ...EXECUTIONS];

/** Every log of the vaults that names the address, and every execution, each once and in order. */
export async function readActivityLogs(client: ChainClient, range: ActivityRange): Promise<readonly VaultLog[]> {
  const subject = pad(range.account).toLowerCase() as Hex;
  const asked = [
    filterOf(range, { events: EXECUTIONS }),
    ...([1, 2, 3] as const).map((subjectAt) => filterOf(range, { events: NAMED_AT[subjectAt], subject, subjectAt })),
  ];
  const answers = await Promise.all(asked.map((filter) => readAsked(client, filter)));
  const once = new Map(answers.flat().map((log) => [`${log.blockNumber} ${log.logIndex}`, log] as const));
  return inOrder([...once.values()]).map((log) => ({ log, ...decoded(log) }));
}

/** Every deposit asked for, cancelled or executed in the vaults, whoever's: what waited is not in the events of an execution. */
export async function readDepositLogs(client: ChainClient, range: ActivityRange): Promise<readonly VaultLog[]> {
  const logs = await readAsked(client, filterOf(range, { events: WAITING }));
  return inOrder(logs).map((log) => ({ log, ...decoded(log) }));
}

function filterOf(
  { vaults, fromBlock, toBlock }: ActivityRange,
  what: Pick<LogFilter, "events" | "subject" | "subjectAt">,
): LogFilter {
  return { addresses: vaults, fromBlock, toBlock, ...what };
}

/** The logs asked for; one that was not fails the whole. */
async function readAsked(client: ChainClient, filter: LogFilter): Promise<readonly RawLog[]> {
  const logs = await readLogs(client, filter);
  const isAsked = ({ address, topics, blockNumber }: RawLog) =>
    filter.addresses.some((one) => isSameAddress(one, address)) &&
    filter.events.includes(topics[0] ?? "0x") &&
    (filter.subject === undefined || topics[filter.subjectAt ?? 1]?.toLowerCase() === filter.subject) &&
    blockNumber >= filter.fromBlock &&
    blockNumber <= filter.toBlock;
  if (!logs.every(isAsked)) throw new GarbledAnswerError("eth_getLogs");
  return logs;
}

function inOrder(logs: readonly RawLog[]): readonly RawLog[] {
  return logs.toSorted((a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex);
}

function selectors(names: readonly string[]): readonly Hex[] {
  return names.map((name) => {
    const event = strategyVaultAbi.find((item) => item.type === "event" && item.name === name);
    return toEventSelector(event as Extract<(typeof strategyVaultAbi)[number], { readonly type: "event" }>);
  });
}

function decoded(log: RawLog) {
  try {
    return decodeEventLog({ abi: strategyVaultAbi, topics: log.topics as [Hex, ...Hex[]], data: log.data });
  } catch (cause) {
    throw new GarbledAnswerError("eth_getLogs", { cause });
  }
}
