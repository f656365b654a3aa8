import type { Address } from "@/lib/vault/Token";

/** The address that contracts use for nobody and nothing. */
export function isNoAddress(address: Address): boolean {
  return /^0x0{40}$/.test(address);
}
