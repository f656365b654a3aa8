import { decodeEventLog, type Hex, pad, toEventSelector } from "viem";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { type RawLog, readLogs } from "@/lib/chain/readLogs";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import { isSameAddress } from "@/lib/transaction/checkCall";
import type { Address } from "@/lib/vault/Token";

/** ERC-20's Approval, and ERC-7540's OperatorSet: whoever gives the right is the first indexed argument of both. */
const rightEventsAbi = [
  {
    type: "event",
    name: "Approval",
    inputs: [
      { name: "owner", type: "address", indexed: true },
      { name: "spender", type: "address", indexed: true },
      { name: "amount", type: "uint256", indexed: false },
    ],
  },
  {
    type: "event",
    name: "OperatorSet",
    inputs: [
      { name: "controller", type: "address", indexed: true },
      { name: "operator", type: "address", indexed: true },
      { name: "approved", type: "bool", indexed: false },
    ],
  },
] as const;

/** A right as an event told it: of which contract, whose, and the log that says so. */
export type GrantEvent = { readonly of: Address; readonly log: RawLog } & (
  | { readonly kind: "allowance"; readonly holder: Address; readonly amount: bigint }
  | { readonly kind: "operator"; readonly holder: Address; readonly isApproved: boolean }
);

/** Whose rights, over which contracts, in which blocks. */
export type GrantRange = {
  readonly account: Address;
  readonly contracts: readonly Address[];
  readonly fromBlock: bigint;
  readonly toBlock: bigint;
};

/** Every allowance and operator that the account has set on the contracts, in order. A log that was not asked for fails the whole. */
export async function readGrantEvents({ client }: ChainSource, range: GrantRange): Promise<readonly GrantEvent[]> {
  const logs = await readLogs(client, {
    addresses: range.contracts,
    events: rightEventsAbi.map((event) => toEventSelector(event)),
    subject: pad(range.account),
    fromBlock: range.fromBlock,
    toBlock: range.toBlock,
  });
  return logs.map((log) => grantEvent(log, range));
}

/** A log as the right it tells of; throws {@link GarbledAnswerError} for one of another account, contract, block or event. */
export function grantEvent(log: RawLog, range: GrantRange): GrantEvent {
  const { eventName, args } = decoded(log);
  const giver = eventName === "Approval" ? args.owner : args.controller;
  const isAskedFor =
    isSameAddress(giver, range.account) &&
    range.contracts.some((contract) => isSameAddress(contract, log.address)) &&
    log.blockNumber >= range.fromBlock &&
    log.blockNumber <= range.toBlock;
  if (!isAskedFor) throw new GarbledAnswerError("eth_getLogs");
  return eventName === "Approval"
    ? { kind: "allowance", of: log.address, holder: args.spender, amount: args.amount, log }
    : { kind: "operator", of: log.address, holder: args.operator, isApproved: args.approved, log };
}

/** Tells one right from another, whatever the case of the addresses. */
export function rightKey(right: { readonly kind: string; readonly of: Address; readonly holder: Address }): string {
  return `${right.kind} ${right.of} ${right.holder}`.toLowerCase();
}

/** What was said last of each right, up to a block. */
export function lastGrants(events: readonly GrantEvent[], toBlock: bigint): ReadonlyMap<string, GrantEvent> {
  return new Map(
    events.filter(({ log }) => log.blockNumber <= toBlock).map((event) => [rightKey(event), event] as const),
  );
}

function decoded(log: RawLog) {
  try {
    return decodeEventLog({ abi: rightEventsAbi, topics: log.topics as [Hex, ...Hex[]], data: log.data });
  } catch (cause) {
    throw new GarbledAnswerError("eth_getLogs", { cause });
  }
}
