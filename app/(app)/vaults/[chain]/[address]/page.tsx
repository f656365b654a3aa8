import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { VaultPage } from "@/components/vault/VaultPage";
import { vaultTitle } from "@/components/vault/vaultTitle";
import type { DeploymentVault } from "@/lib/config/Deployment";
import { loadDeployment } from "@/lib/server/loadDeployment";
import { prefetchVault } from "@/lib/server/prefetch";

type Props = { readonly params: Promise<{ readonly chain: string; readonly address: string }> };

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

async function listedVault(params: Props["params"]): Promise<DeploymentVault | undefined> {
  const { chain, address } = await params;
  const { deployment } = await loadDeployment();
  if (chain !== String(deployment.chainId)) return undefined;
  return deployment.vaults.find((vault) => vault.address.toLowerCase() === address.toLowerCase());
}
