import { queryOptions, skipToken } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { Address } from "@/lib/vault/Token";
import { type Entity, UNTIL_NEXT_BLOCK } from "./refreshedPerBlock";

/** Vaults as of the newest block. The readers are loaded when they are first needed: a page that was prefetched does not wait for them. */
export const vaultQueries = {
  /** All vaults of the deployment, in its order. */
  list: (source: ChainSource) =>
    queryOptions({
      queryKey: ["vaults" satisfies Entity, { chainId: source.deployment.chainId }] as const,
      queryFn: async () => {
        const { readVaults } = await import("@/lib/protocols/ballast/read/readVaults");
        return readVaults(source);
      },
      staleTime: UNTIL_NEXT_BLOCK,
    }),

  /** One vault; skipped until there is an address. */
  detail: (source: ChainSource, address: Address | undefined) =>
    queryOptions({
      queryKey: ["vault" satisfies Entity, { chainId: source.deployment.chainId, address: lower(address) }] as const,
      queryFn:
        address === undefined
          ? skipToken
          : async ({ queryKey: [, key] }) => {
              const { readVault } = await import("@/lib/protocols/ballast/read/readVaults");
              return readVault(source, key.address ?? address);
            },
      staleTime: UNTIL_NEXT_BLOCK,
    }),
};

/** One spelling of an address in keys, whatever its checksum. */
function lower(address: Address | undefined): Address | null {
  return address === undefined ? null : (address.toLowerCase() as Address);
}
