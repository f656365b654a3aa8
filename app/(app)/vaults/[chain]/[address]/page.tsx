import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { VaultPage } from "@/components/vault/VaultPage";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { prefetchVault } from "@/lib/server/prefetch";
import { listedVault, type VaultParams } from "./listedVault";

type Props = { readonly params: VaultParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const vault = await listedVault(params);
  return { title: vault ? vaultTitle(vault) : "No such vault" };
}

/** One vault, with its numbers in the first HTML. Only vaults of the deployment are shown: anyone can deploy another. */
export default async function VaultRoute({ params }: Props) {
  const vault = await listedVault(params);
  if (vault === undefined) notFound();
  const state = await prefetchVault(vault.address);
  return (
    <HydrationBoundary state={state}>
      <VaultPage address={vault.address} />
    </HydrationBoundary>
  );
}
