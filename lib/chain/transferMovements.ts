import type { Hex } from "viem";
import type { TransferMovement } from "./TransferMovement";

/** A log of a simulation, as nodes return it. */
export type SimulatedLog = {
  readonly address: `0x${string}`;
  readonly topics: readonly Hex[];
  readonly data: Hex;
};

/** keccak256("Transfer(address,address,uint256)"). */
const TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
/** With `traceTransfers`, nodes report movements of the coin as Transfer logs of this address (execution-apis, eth_simulateV1). */
const COIN = "0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee";
const NOBODY = `0x${"0".repeat(40)}`;

/** Transfer logs → what each account gained or gave of each token, sums of zero left out. Mints and burns have one side only. */
export function transferMovements(logs: readonly SimulatedLog[]): readonly TransferMovement[] {
  const sums = new Map<string, TransferMovement>();
  const add = (account: `0x${string}`, token: TransferMovement["token"], delta: bigint) => {
    if (account === NOBODY) return;
    const key = `${account}:${token}`;
    sums.set(key, { account, token, delta: (sums.get(key)?.delta ?? 0n) + delta });
  };
  for (const { address, topics, data } of logs) {
    const [event, from, to] = topics;
    if (event !== TRANSFER || !from || !to || topics.length !== 3 || data.length !== 66) continue;
    const token = address.toLowerCase() === COIN ? "native" : (address.toLowerCase() as `0x${string}`);
    add(addressOf(from), token, -BigInt(data));
    add(addressOf(to), token, BigInt(data));
  }
  return [...sums.values()].filter(({ delta }) => delta !== 0n);
}

function addressOf(topic: Hex): `0x${string}` {
  return `0x${topic.slice(-40).toLowerCase()}`;
}
