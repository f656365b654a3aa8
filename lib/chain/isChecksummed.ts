import { isAddress } from "viem";

/** Do an address's capitals fit its digits (EIP-55)? One without any capitals claims nothing and fits. */
export function isChecksummed(address: string): boolean {
  return isAddress(address, { strict: true });
}
