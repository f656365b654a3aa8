import type { Address } from "@/lib/vault/Token";

/** Where this browser keeps the limits of an address. */
export function mandateKey(address: Address): string {
  return `ballast.mandate.${address.toLowerCase()}`;
}

/** Is anything kept for the address? Enough to know whether the code that judges it is needed. */
export function hasMandate(address: Address): boolean {
  try {
    return localStorage.getItem(mandateKey(address)) !== null;
  } catch {
    return false;
  }
}
