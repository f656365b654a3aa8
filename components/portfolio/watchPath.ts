import type { Address } from "@/lib/vault/Token";

/** The page of these addresses together: a link that anyone can open, with no wallet. */
export function watchPath(addresses: readonly Address[]): string {
  return `/portfolio/${addresses.join("+")}`;
}
