import type { ChainSource } from "@/lib/chain/ChainSource";
import type { Deployment, DeploymentFeed, DeploymentVault } from "@/lib/config/Deployment";
import { ConfigurationError } from "@/lib/errors/configurationErrors";
import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import { mapVault } from "./mapVault";
import { vaultReads } from "./vaultReads";

/** Reads the vaults at the newest block, all at one, in the order asked for; without `addresses`, all of the deployment's. */
export async function readVaults(source: ChainSource, addresses?: readonly Address[]): Promise<readonly Vault[]> {
  const { vaults } = source.deployment;
  const entries = addresses?.map((address) => vaultEntry(source.deployment, address)) ?? vaults;
  return Promise.all(entries.map((entry) => readEntry(source, entry)));
}

/** Reads one vault at the newest block. */
export async function readVault(source: ChainSource, address: Address): Promise<Vault> {
  return readEntry(source, vaultEntry(source.deployment, address));
}

/** The vault's entry in the deployment. Throws {@link ConfigurationError} when it is not listed there. */
export function vaultEntry(deployment: Deployment, address: Address): DeploymentVault {
  const entry = deployment.vaults.find((vault) => vault.address.toLowerCase() === address.toLowerCase());
  if (!entry) throw new ConfigurationError("deployment", [`It lists no vault at ${address}.`]);
  return entry;
}

async function readEntry({ deployment, reader }: ChainSource, entry: DeploymentVault): Promise<Vault> {
  const feed = feedOf(deployment, entry);
  const { block, values } = await reader.read(vaultReads(deployment, entry, feed));
  return mapVault(values, { deployment, entry, feed, block });
}

function feedOf(deployment: Deployment, entry: DeploymentVault): DeploymentFeed {
  const feed = deployment.feeds.find(
    ({ underlying, quote }) =>
      underlying.toLowerCase() === entry.underlying.toLowerCase() && quote.toLowerCase() === entry.quote.toLowerCase(),
  );
  if (!feed) throw new ConfigurationError("deployment", [`It lists no feed for the vault at ${entry.address}.`]);
  return feed;
}
