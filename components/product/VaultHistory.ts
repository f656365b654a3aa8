import type { Fill, PastEpoch } from "@/lib/vault/Epoch";
import type { Address } from "@/lib/vault/Token";

/** What the events tell of a vault. */
export type VaultHistory = {
  readonly vault: Address;
  readonly pastEpochs: readonly PastEpoch[];
  readonly fills: readonly Fill[];
};
