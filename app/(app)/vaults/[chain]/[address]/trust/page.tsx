import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { VaultTrust } from "@/components/trust/VaultTrust";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { prefetchControls } from "@/lib/server/prefetch";
import { listedVault, type VaultParams } from "../listedVault";

type Props = { readonly params: VaultParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const vault = await listedVault(params);
  return { title: vault ? `${vaultTitle(vault)}: what you trust` : "No such vault" };
}

/** Who can change what in one vault, with its answers in the first HTML. */
export default async function VaultTrustRoute({ params }: Props) {
  const vault = await listedVault(params);
  if (vault === undefined) notFound();
  return (
    <HydrationBoundary state={await prefetchControls((await params).chain)}>
      <VaultTrust address={vault.address} />
    </HydrationBoundary>
  );
}
