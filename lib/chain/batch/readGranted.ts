import { decodeFunctionResult, encodeFunctionData, erc20Abi, type Hex, hexToBigInt, numberToHex } from "viem";
import type { Granted } from "@/lib/transaction/effectDifferences";
import type { ChainClient } from "../createChainClient";
import type { SimulatedLog } from "../transferMovements";

/** keccak256 of Approval(address,address,uint256), ApprovalForAll(address,address,bool) and OperatorSet(address,address,bool). */
const APPROVAL = "0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925";
const OPERATOR_EVENTS: readonly string[] = [
  "0x17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31",
  "0xceb576d9f15e4e200fdb5096d64d5dfd667e16def20c1eefd14256d8e3faa267",
];

/** Whose rights, by which logs, and the block after which they count. */
export type GrantReading = {
  readonly account: `0x${string}`;
  readonly logs: readonly SimulatedLog[];
  readonly blockNumber: bigint;
};

/**
 * What the logs of a transaction grant on behalf of the account and is not used up by it: the last word on each operator, and of
 * each allowance what is left after the block. Tokens tell when one is given and need not tell when it is used.
 */
export async function readGranted(client: ChainClient, reading: GrantReading): Promise<readonly Granted[]> {
  const left = await Promise.all(
    grantedBy(reading).map(async (granted) =>
      granted.kind === "operator" ? granted : { ...granted, amount: await allowanceLeft(client, reading, granted) },
    ),
  );
  return left.filter((granted) => granted.kind === "operator" || granted.amount > 0n);
}

type Allowance = Extract<Granted, { kind: "allowance" }>;

/** As the log says it where the token does not answer. */
async function allowanceLeft(
  client: ChainClient,
  { account, blockNumber }: GrantReading,
  { token, spender, amount }: Allowance,
): Promise<bigint> {
  const allowance = { abi: erc20Abi, functionName: "allowance" } as const;
  const call = { to: token, data: encodeFunctionData({ ...allowance, args: [account, spender] }) };
  try {
    const data = await client.request({ method: "eth_call", params: [call, numberToHex(blockNumber)] });
    return decodeFunctionResult({ ...allowance, data });
  } catch {
    return amount;
  }
}

function grantedBy({ account, logs }: GrantReading): readonly Granted[] {
  const last = new Map<string, Granted | null>();
  for (const { address, topics, data } of logs) {
    const [event = "0x", owner, holder] = topics;
    if (!owner || !holder || topics.length !== 3 || data.length !== 66) continue;
    if (addressOf(owner) !== account.toLowerCase()) continue;
    const [amount, spender] = [hexToBigInt(data), addressOf(holder)];
    const key = `${event} ${address} ${spender}`.toLowerCase();
    const isOn = amount !== 0n;
    if (event === APPROVAL) last.set(key, isOn ? { kind: "allowance", token: address, spender, amount } : null);
    if (OPERATOR_EVENTS.includes(event)) {
      last.set(key, isOn ? { kind: "operator", contract: address, operator: spender } : null);
    }
  }
  return [...last.values()].filter((granted) => granted !== null);
}

function addressOf(topic: Hex): `0x${string}` {
  return `0x${topic.slice(-40).toLowerCase()}`;
}
