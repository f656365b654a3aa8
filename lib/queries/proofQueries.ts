import { queryOptions } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { Vault } from "@/lib/vault/Vault";
import type { Entity } from "./refreshedPerBlock";

/** What an epoch that is over still needs. */
export const proofQueries = {
  /** The price of the vault's expiry, or the call that gives it. Keyed by the vault's block: it is read again with each. */
  price: (source: ChainSource, vault: Vault) =>
    queryOptions({
      queryKey: [
        "proof" satisfies Entity,
        { chainId: vault.chainId, address: vault.address, blockNumber: vault.blockNumber.toString() },
      ] as const,
      queryFn: async () => (await import("@/lib/protocols/ballast/read/readPriceProof")).readPriceProof(source, vault),
      staleTime: Number.POSITIVE_INFINITY,
    }),
};
