import type { Hex } from "viem";

/** Is this the code of a key that has other code act for it (EIP-7702)? */
export function isDelegation(code: Hex): boolean {
  return code.toLowerCase().startsWith("0xef0100");
}
