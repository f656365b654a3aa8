import { keepPreviousData, queryOptions, skipToken } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { Vault } from "@/lib/vault/Vault";
import type { Entity } from "./refreshedPerBlock";

const AGAIN_MILLISECONDS = 10_000;

/** What the events tell. Logs never change once an epoch has moved on, so the key carries where each epoch stands and the answer is kept for good. */
export const historyQueries = {
  /** Past epochs and fills of these vaults, in their order; skipped until the vaults are known. Keeps the last answer on screen while an epoch turns. */
  ofVaults: (source: ChainSource, vaults: readonly Vault[] | undefined) =>
    queryOptions({
      queryKey: ["history" satisfies Entity, { chainId: source.deployment.chainId, epochs: epochsOf(vaults) }] as const,
      queryFn: vaults === undefined || vaults.length === 0 ? skipToken : () => readHistories(source, vaults),
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: keepPreviousData,
      // No block asks again: what failed is tried anew by itself.
      refetchInterval: ({ state }) => (state.status === "error" ? AGAIN_MILLISECONDS : false),
    }),
};

/** Where the vaults' epochs stand: opening, clearing and settling each write events, nothing else does. */
function epochsOf(vaults: readonly Vault[] | undefined) {
  return (vaults ?? []).map(({ address, epoch }) => [address, epoch.number, epoch.phase, epoch.isCleared] as const);
}

async function readHistories(source: ChainSource, vaults: readonly Vault[]) {
  const { readVaultHistories } = await import("@/lib/protocols/ballast/read/readVaultHistories");
  const toBlock = vaults[0]?.blockNumber ?? 0n;
  const addresses = vaults.map(({ address }) => address);
  return readVaultHistories(source, { vaults: addresses, toBlock, epochs: vaults.map(({ epoch }) => epoch) });
}
