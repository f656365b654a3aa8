import { concat, encodeFunctionData, encodePacked, type Hex, size } from "viem";
import type { BareCall } from "@/lib/transaction/Call";
import type { BatchContract } from "@/lib/transaction/SafeReview";
import { isAtLeast, safeVersion } from "./safeVersion";

const multiSendAbi = [
  {
    type: "function",
    name: "multiSend",
    inputs: [{ name: "transactions", type: "bytes" }],
    outputs: [],
    stateMutability: "payable",
  },
] as const;

/** Addresses and code hashes: safe-global/safe-deployments, src/assets/v1.3.0, v1.4.1 and v1.5.0, multi_send_call_only.json. */
const CANONICAL_1_3: BatchContract = {
  name: "MultiSendCallOnly 1.3.0",
  address: "0x40A2aCCbd92BCA938b02010E17A5b8929b49130D",
  codeHash: "0xa9865ac2d9c7a1591619b188c4d88167b50df6cc0c5327fcbd1c8c75f7c066ad",
};
const EIP155_1_3: BatchContract = {
  name: "MultiSendCallOnly 1.3.0",
  address: "0xA1dabEF33b3B82c7814B6D82A79e50F4AC44102B",
  codeHash: "0xa9865ac2d9c7a1591619b188c4d88167b50df6cc0c5327fcbd1c8c75f7c066ad",
};
const CANONICAL_1_4: BatchContract = {
  name: "MultiSendCallOnly 1.4.1",
  address: "0x9641d764fc13c8B624c04430C7356C1C7C8102e2",
  codeHash: "0xecd5bd14a08c5d2122379900b2f272bdf107a7e92423c10dd5fe3254386c9939",
};
const CANONICAL_1_5: BatchContract = {
  name: "MultiSendCallOnly 1.5.0",
  address: "0xA83c336B20401Af773B6219BA5027174338D1836",
  codeHash: "0xcdbdcec38d2f1c7d961b0029ff8416b7e86e9974d6f0e9c9580c7d17fcfb6663",
};

/** Of the chains that lib/config knows, those whose file lists the address of EIP-155 deployments first (v1.3.0). */
const EIP155_FIRST: ReadonlySet<number> = new Set([10, 8453, 11155111]);

/** The MultiSendCallOnly that Safe's own app takes for a Safe of this version on this chain. */
export function batchContract(version: string, chainId: number): BatchContract {
  const numbers = safeVersion(version) ?? [0, 0, 0];
  if (isAtLeast(numbers, [1, 5, 0])) return CANONICAL_1_5;
  if (isAtLeast(numbers, [1, 4, 0])) return CANONICAL_1_4;
  return EIP155_FIRST.has(chainId) ? EIP155_1_3 : CANONICAL_1_3;
}

/**
 * Several calls as the one that MultiSendCallOnly takes: of each the kind (always 0, a call), target, value, length and
 * bytes, packed one after the other. Source: MultiSendCallOnly.sol.
 */
export function encodeMultiSend(calls: readonly BareCall[]): Hex {
  const packed = calls.map(({ to, value, calldata }) =>
    encodePacked(["uint8", "address", "uint256", "uint256", "bytes"], [0, to, value, BigInt(size(calldata)), calldata]),
  );
  return encodeFunctionData({ abi: multiSendAbi, functionName: "multiSend", args: [concat(packed)] });
}
