import { erc20Abi, type Hex, hexToBigInt, numberToHex } from "viem";
import { isSameAddress } from "@/lib/transaction/checkCall";
import type { Granted, TakenBack } from "@/lib/transaction/effectDifferences";
import { contractRead } from "../ContractRead";
import type { ChainClient } from "../createChainClient";
import { createPinnedReader } from "../pinnedReader";
import { takeSnapshot } from "../takeSnapshot";
import type { SimulatedLog } from "../transferMovements";
import { onlyForgotten } from "./forgotten";

/** keccak256 of Approval(address,address,uint256); of ApprovalForAll, OperatorSet and AccountOperatorSet, each (address,address,bool). */
const APPROVAL = "0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925";
const OPERATOR_EVENTS: readonly string[] = [
  "0x17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31",
  "0xceb576d9f15e4e200fdb5096d64d5dfd667e16def20c1eefd14256d8e3faa267",
  "0x67db8012ef9516d718d5377541e22d0f3f39ffbfb387f9840884c632d017d2ed",
];

type Allowance = Extract<Granted, { kind: "allowance" }>;

/** Whose rights, by which logs, the block after which they count, and what the plan itself gives and uses up. */
export type GrantReading = {
  readonly account: `0x${string}`;
  readonly logs: readonly SimulatedLog[];
  readonly blockNumber: bigint;
  readonly planned: readonly Omit<Allowance, "kind">[];
};

/**
 * What the logs of a transaction grant on behalf of the account and is not used up by it: the last word on each operator, and of
 * each allowance what is left after the block. Tokens tell when one is given and need not tell when it is used. Throws where
 * the nodes fail.
 */
export async function readGranted(client: ChainClient, reading: GrantReading): Promise<readonly Granted[]> {
  const granted = grantedBy(reading);
  const allowances = granted.filter((one) => one.kind === "allowance");
  const left = allowances.length === 0 ? [] : await allowancesLeft(client, reading, allowances);
  return [...left.filter(({ amount }) => amount > 0n), ...granted.filter((one) => one.kind === "operator")];
}

/** As the log says it where the token does not answer: through a multicall a token's failure is not taken for a node's. */
async function allowancesLeft(
  client: ChainClient,
  reading: GrantReading,
  allowances: readonly Allowance[],
): Promise<readonly Allowance[]> {
  const { account, blockNumber } = reading;
  const reads = allowances.map(({ token, spender, amount }, index) => {
    const args = [account, spender] as const;
    const read = contractRead({ address: token, abi: erc20Abi, functionName: "allowance", args });
    return [String(index), { ...read, onRevert: () => amount }] as const;
  });
  const block = numberToHex(blockNumber);
  try {
    const reader = createPinnedReader(client, (wanted) => takeSnapshot(client, wanted, block));
    const { values } = await reader.read(Object.fromEntries(reads));
    return allowances.map((allowance, index) => ({ ...allowance, amount: values[index] ?? allowance.amount }));
  } catch (thrown) {
    await onlyForgotten(client, thrown, blockNumber);
    return allowances.filter((allowance) => !isPlanned(allowance, reading));
  }
}

/** What the plan gives is what its act takes: that it was taken is seen in what moved. */
function isPlanned({ token, spender, amount }: Allowance, { planned }: GrantReading): boolean {
  return planned.some(
    (one) => isSameAddress(one.token, token) && isSameAddress(one.spender, spender) && one.amount === amount,
  );
}

/** What the logs take back on behalf of the account: of each spender and operator the last word, where it is nothing. */
export function takenBackIn(reading: Pick<GrantReading, "account" | "logs">): readonly TakenBack[] {
  return lastWords(reading).flatMap(({ isOn, right }): readonly TakenBack[] => {
    if (isOn) return [];
    if (right.kind === "operator") return [right];
    const { kind, token, spender } = right;
    return [{ kind, token, spender }];
  });
}

function grantedBy(reading: GrantReading): readonly Granted[] {
  return lastWords(reading).flatMap(({ isOn, right }) => (isOn ? [right] : []));
}

type Word = { readonly isOn: boolean; readonly right: Granted };

function lastWords({ account, logs }: Pick<GrantReading, "account" | "logs">): readonly Word[] {
  const last = new Map<string, Word>();
  for (const { address, topics, data } of logs) {
    const [event = "0x", owner, holder] = topics;
    if (!owner || !holder || topics.length !== 3 || data.length !== 66) continue;
    if (addressOf(owner) !== account.toLowerCase()) continue;
    const [amount, spender] = [hexToBigInt(data), addressOf(holder)];
    const key = `${event} ${address} ${spender}`.toLowerCase();
    const isOn = amount !== 0n;
    if (event === APPROVAL) last.set(key, { isOn, right: { kind: "allowance", token: address, spender, amount } });
    if (OPERATOR_EVENTS.includes(event)) {
      last.set(key, { isOn, right: { kind: "operator", contract: address, operator: spender } });
    }
  }
  return [...last.values()];
}

function addressOf(topic: Hex): `0x${string}` {
  return `0x${topic.slice(-40).toLowerCase()}`;
}
