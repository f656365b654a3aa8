import { encodeAbiParameters, type Hex, keccak256 } from "viem";
import type { SharedPlan } from "@/lib/transaction/SharedPlan";

const TYPES = [
  { name: "chainId", type: "uint256" },
  { name: "account", type: "address" },
  {
    name: "calls",
    type: "tuple[]",
    components: [
      { name: "to", type: "address" },
      { name: "value", type: "uint256" },
      { name: "data", type: "bytes" },
    ],
  },
] as const;

/** keccak-256 of abi.encode(chainId, account, calls): two people with equal digests look at the same calls. A Safe's number is not in it. */
export function planDigest({ chainId, account, calls }: SharedPlan): Hex {
  const listed = calls.map(({ to, value, calldata }) => ({ to, value, data: calldata }));
  return keccak256(encodeAbiParameters(TYPES, [BigInt(chainId), account, listed]));
}
