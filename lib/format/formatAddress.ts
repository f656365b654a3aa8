import type { Address } from "@/lib/vault/Token";

/** An account, contract or transaction for tight places: `0x7c3F…91bE`. Where somebody compares or copies, show it whole. */
export function formatAddress(address: Address): string {
  return address.length <= 12 ? address : `${address.slice(0, 6)}…${address.slice(-4)}`;
}
