import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { YieldVaultPart } from "@/components/listed/YieldVaultPart";
import { VaultPage } from "@/components/vault/VaultPage";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { prefetchVault } from "@/lib/server/prefetch";
import { type FoundYieldVault, findYieldVault } from "@/lib/server/yieldVaults";
import { parseAddress } from "@/lib/vault/parseAddress";
import { listedVault, type VaultParams } from "./listedVault";

type Props = { readonly params: VaultParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const vault = await listedVault(params);
  if (vault) return { title: vaultTitle(vault) };
  const other = await otherVault(params);
  return { title: other.isFound ? (other.name ?? "Vault of another protocol") : "No such vault" };
}

/**
 * One vault: of the deployment, with its numbers in the first HTML, or of another protocol that the registry names. Nothing else is
 * shown: anyone can deploy another.
 */
export default async function VaultRoute({ params }: Props) {
  const vault = await listedVault(params);
  if (vault === undefined) {
    const other = await otherVault(params);
    if (!other.isFound) notFound();
    return <YieldVaultPart address={other.address} name={other.name} />;
  }
  const state = await prefetchVault((await params).chain, vault.address);
  return (
    <HydrationBoundary state={state}>
      <VaultPage address={vault.address} />
    </HydrationBoundary>
  );
}

async function otherVault(params: VaultParams): Promise<FoundYieldVault> {
  const { chain, address: text } = await params;
  const address = parseAddress(text);
  return address === null ? { isFound: false } : findYieldVault(chain, address);
}
