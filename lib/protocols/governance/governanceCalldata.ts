import { encodeAbiParameters, encodeFunctionData, type Hex, keccak256 } from "viem";
import type { BareCall } from "@/lib/transaction/Call";

const ADDRESSES = { name: "targets", type: "address[]" } as const;
const VALUES = { name: "values", type: "uint256[]" } as const;
const PREDECESSOR = { name: "predecessor", type: "bytes32" } as const;
const SALT = { name: "salt", type: "bytes32" } as const;

/** OpenZeppelin's Governor and TimelockController (5.x), as far as a plan is handed to them. */
const governanceAbi = [
  {
    type: "function",
    name: "propose",
    inputs: [ADDRESSES, VALUES, { name: "calldatas", type: "bytes[]" }, { name: "description", type: "string" }],
    outputs: [{ name: "", type: "uint256" }],
    stateMutability: "nonpayable",
  },
  {
    type: "function",
    name: "scheduleBatch",
    inputs: [
      ADDRESSES,
      VALUES,
      { name: "payloads", type: "bytes[]" },
      PREDECESSOR,
      SALT,
      { name: "delay", type: "uint256" },
    ],
    outputs: [],
    stateMutability: "nonpayable",
  },
  {
    type: "function",
    name: "executeBatch",
    inputs: [ADDRESSES, VALUES, { name: "payloads", type: "bytes[]" }, PREDECESSOR, SALT],
    outputs: [],
    stateMutability: "payable",
  },
] as const;

/** No operation has to come before. */
const NO_PREDECESSOR: Hex = `0x${"0".repeat(64)}`;

/** Calldata for a Governor's `propose`: the calls, and the text that is voted on. */
export function proposeCalldata(calls: readonly BareCall[], description: string): Hex {
  const args = [...lists(calls), description] as const;
  return encodeFunctionData({ abi: governanceAbi, functionName: "propose", args });
}

/** How a timelock takes the calls: scheduled, executed after the delay, and known by an id until then. */
export type TimelockOperation = { readonly schedule: Hex; readonly execute: Hex; readonly id: Hex };

/** Calldata for a TimelockController: `scheduleBatch` and `executeBatch`, without a predecessor. `salt` tells equal operations apart; `delay` in seconds. */
export function timelockOperation(
  calls: readonly BareCall[],
  { salt, delay }: { readonly salt: Hex; readonly delay: bigint },
): TimelockOperation {
  const args = [...lists(calls), NO_PREDECESSOR, salt] as const;
  const types = [ADDRESSES, VALUES, { name: "payloads", type: "bytes[]" }, PREDECESSOR, SALT] as const;
  return {
    schedule: encodeFunctionData({ abi: governanceAbi, functionName: "scheduleBatch", args: [...args, delay] }),
    execute: encodeFunctionData({ abi: governanceAbi, functionName: "executeBatch", args }),
    id: keccak256(encodeAbiParameters(types, args)),
  };
}

function lists(calls: readonly BareCall[]) {
  return [calls.map(({ to }) => to), calls.map(({ value }) => value), calls.map(({ calldata }) => calldata)] as const;
}
