import type { DeploymentVault } from "@/lib/config/Deployment";
import { loadDeployment } from "@/lib/server/loadDeployment";

/** A vault as its page's address names it. */
export type VaultParams = Promise<{ readonly chain: string; readonly address: string }>;

/** The vault of an address, if the deployment lists it: anyone can deploy another. */
export async function listedVault(params: VaultParams): Promise<DeploymentVault | undefined> {
  const { chain, address } = await params;
  const { deployment } = await loadDeployment();
  if (chain !== String(deployment.chainId)) return undefined;
  return deployment.vaults.find((vault) => vault.address.toLowerCase() === address.toLowerCase());
}
