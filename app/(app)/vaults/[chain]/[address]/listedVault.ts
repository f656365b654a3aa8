import type { DeploymentVault } from "@/lib/config/Deployment";
import { deploymentOf } from "@/lib/server/serverSource";

/** A vault as its page's address names it. */
export type VaultParams = Promise<{ readonly chain: string; readonly address: string }>;

/** The vault of an address, if the deployment on its chain lists it: anyone can deploy another. */
export async function listedVault(params: VaultParams): Promise<DeploymentVault | undefined> {
  const { chain, address } = await params;
  const deployment = await deploymentOf(chain);
  return deployment?.vaults.find((vault) => vault.address.toLowerCase() === address.toLowerCase());
}
