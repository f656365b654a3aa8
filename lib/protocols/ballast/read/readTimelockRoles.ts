import { decodeEventLog, type Hex, keccak256, stringToHex, toEventSelector } from "viem";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { type RawLog, readLogs } from "@/lib/chain/readLogs";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import type { TimelockRoles } from "@/lib/vault/Controls";
import type { Address } from "@/lib/vault/Token";
import { isNoAddress } from "./isNoAddress";

const ROLE_INPUTS = [
  { name: "role", type: "bytes32", indexed: true },
  { name: "account", type: "address", indexed: true },
  { name: "sender", type: "address", indexed: true },
] as const;

/** OpenZeppelin's AccessControl, as far as it is read. */
const roleEventsAbi = [
  { type: "event", name: "RoleGranted", inputs: ROLE_INPUTS },
  { type: "event", name: "RoleRevoked", inputs: ROLE_INPUTS },
] as const;

const ADMIN: Hex = `0x${"0".repeat(64)}`;
const roleId = (name: string) => keccak256(stringToHex(name));

/**
 * Who holds which role of the timelock, from its events since the first block of the deployment: the contract keeps no list.
 * A timelock older than the deployment may know more; then nobody may be named here.
 */
export async function readTimelockRoles(
  { deployment, client }: ChainSource,
  { toBlock }: { readonly toBlock: bigint },
): Promise<TimelockRoles> {
  const { timelock } = deployment.addresses;
  const logs = await readLogs(client, {
    addresses: [timelock],
    events: roleEventsAbi.map((event) => toEventSelector(event)),
    fromBlock: BigInt(deployment.startBlock),
    toBlock,
  });
  return rolesFrom(logs, timelock);
}

/** The holders after these events, in the order in which they were named. */
export function rolesFrom(logs: readonly RawLog[], timelock: Address): TimelockRoles {
  const holders = new Map<Hex, Map<string, Address>>();
  for (const log of logs) {
    const { eventName, args } = decoded(log);
    const ofRole = holders.get(args.role) ?? new Map<string, Address>();
    if (eventName === "RoleGranted") ofRole.set(args.account.toLowerCase(), args.account);
    else ofRole.delete(args.account.toLowerCase());
    holders.set(args.role, ofRole);
  }
  const holding = (role: Hex) => [...(holders.get(role)?.values() ?? [])];
  const executors = holding(roleId("EXECUTOR_ROLE"));
  return {
    proposers: holding(roleId("PROPOSER_ROLE")),
    cancellers: holding(roleId("CANCELLER_ROLE")),
    executors: executors.some(isNoAddress) ? "anyone" : executors,
    admins: holding(ADMIN).filter((account) => account.toLowerCase() !== timelock.toLowerCase()),
  };
}

function decoded(log: RawLog) {
  try {
    return decodeEventLog({ abi: roleEventsAbi, topics: log.topics as [Hex, ...Hex[]], data: log.data });
  } catch (cause) {
    throw new GarbledAnswerError("eth_getLogs", { cause });
  }
}
