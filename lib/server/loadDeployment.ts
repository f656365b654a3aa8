import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cache } from "react";
import type { Deployment, DeploymentRefusal, ServerDeployment } from "@/lib/config/Deployment";
import { serverEnvironment } from "@/lib/config/env";
import { furtherDeployments } from "@/lib/config/furtherDeployments";
import { joinedRegistry } from "@/lib/config/joinedRegistry";
import { parseDeployment } from "@/lib/config/parseDeployment";
import { parseVaultRegistry } from "@/lib/config/parseVaultRegistry";
import type { VaultRegistry } from "@/lib/config/VaultRegistry";
import { ConfigurationError } from "@/lib/errors/configurationErrors";

/** Everything that this server is set up with: the home chain, the further ones in their order, and the files that are left out. */
export type LoadedDeployments = {
  readonly home: ServerDeployment;
  /** Of every chain, the home chain's first. */
  readonly deployments: readonly [Deployment, ...Deployment[]];
  readonly refusals: readonly DeploymentRefusal[];
};

/**
 * Every deployment, read from its file at each request. Throws {@link ConfigurationError} with every fault of the home chain's file; a further
 * one that has faults is left out and told.
 */
export const loadDeployments = cache(async (): Promise<LoadedDeployments> => {
  const home = await loadHome();
  const paths = serverEnvironment().furtherDeploymentPaths;
  const files = paths.map(async (path) => ({ path, text: await readFile(path, "utf8").catch(() => null) }));
  const further = furtherDeployments(home.deployment, await Promise.all(files));
  const published = await publishedRegistry();
  const listed = ({ registry, chainId, ...rest }: Deployment): Deployment => ({
    ...{ ...rest, chainId },
    registry: joinedRegistry(registry, published, chainId),
  });
  const deployment = listed(home.deployment);
  return {
    home: { ...home, deployment },
    deployments: [deployment, ...further.deployments.map(listed)],
    refusals: further.refusals,
  };
});

/** The home chain's deployment. Throws {@link ConfigurationError} with every fault. */
export async function loadDeployment(): Promise<ServerDeployment> {
  return (await loadDeployments()).home;
}

async function loadHome(): Promise<ServerDeployment> {
  const environment = serverEnvironment();
  const { deploymentPath } = environment;
  const text = await readFile(deploymentPath, "utf8").catch((cause: unknown) => {
    throw new ConfigurationError(deploymentPath, ["It cannot be read. BALLAST_DEPLOYMENT names the file."], { cause });
  });
  const parsed = parseDeployment(text, environment);
  if (!parsed.ok) throw new ConfigurationError(deploymentPath, parsed.faults);
  return parsed.value;
}

const NO_REGISTRY: VaultRegistry = { chains: {}, refusals: [] };

/** What `public/vaults.json` says of all chains; nothing where it is not there or cannot be read: no page depends on it. */
const publishedRegistry = cache(async (): Promise<VaultRegistry> => {
  const text = await readFile(join(process.cwd(), "public", "vaults.json"), "utf8").catch(() => null);
  const parsed = text === null ? null : parseVaultRegistry(text);
  return parsed?.ok ? parsed.registry : NO_REGISTRY;
});
