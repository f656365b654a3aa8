import { type Hex, hexToBigInt } from "viem";
import type { Granted } from "@/lib/transaction/effectDifferences";
import type { SimulatedLog } from "../transferMovements";

/** keccak256 of Approval(address,address,uint256), ApprovalForAll(address,address,bool) and OperatorSet(address,address,bool). */
const APPROVAL = "0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925";
const OPERATOR_EVENTS: readonly string[] = [
  "0x17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31",
  "0xceb576d9f15e4e200fdb5096d64d5dfd667e16def20c1eefd14256d8e3faa267",
];

/** What the logs of a transaction grant on behalf of the account: the last word on each allowance, and on each operator that is on. */
export function grantedBy(logs: readonly SimulatedLog[], account: `0x${string}`): readonly Granted[] {
  const last = new Map<string, Granted | null>();
  for (const { address, topics, data } of logs) {
    const [event = "0x", owner, holder] = topics;
    if (!owner || !holder || topics.length !== 3 || data.length !== 66) continue;
    if (addressOf(owner) !== account.toLowerCase()) continue;
    const [amount, spender] = [hexToBigInt(data), addressOf(holder)];
    const key = `${event} ${address} ${spender}`.toLowerCase();
    if (event === APPROVAL)
      last.set(key, amount === 0n ? null : { kind: "allowance", token: address, spender, amount });
    if (OPERATOR_EVENTS.includes(event)) {
      last.set(key, amount === 0n ? null : { kind: "operator", contract: address, operator: spender });
    }
  }
  return [...last.values()].filter((granted) => granted !== null);
}

function addressOf(topic: Hex): `0x${string}` {
  return `0x${topic.slice(-40).toLowerCase()}`;
}
