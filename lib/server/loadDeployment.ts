import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cache } from "react";
import type { ServerDeployment } from "@/lib/config/Deployment";
import { serverEnvironment } from "@/lib/config/env";
import { joinedRegistry } from "@/lib/config/joinedRegistry";
import { parseDeployment } from "@/lib/config/parseDeployment";
import { parseVaultRegistry } from "@/lib/config/parseVaultRegistry";
import type { VaultRegistry } from "@/lib/config/VaultRegistry";
import { ConfigurationError } from "@/lib/errors/configurationErrors";

/** The deployment that this server runs on, read from its file at each request. Throws {@link ConfigurationError} with every fault. */
export const loadDeployment = cache(async (): Promise<ServerDeployment> => {
  const environment = serverEnvironment();
  const { deploymentPath } = environment;
  const text = await readFile(deploymentPath, "utf8").catch((cause: unknown) => {
    throw new ConfigurationError(deploymentPath, ["It cannot be read. BALLAST_DEPLOYMENT names the file."], { cause });
  });
  const parsed = parseDeployment(text, environment);
  if (!parsed.ok) throw new ConfigurationError(deploymentPath, parsed.faults);
  const { deployment, ...rest } = parsed.value;
  const registry = joinedRegistry(deployment.registry, await publishedRegistry(), deployment.chainId);
  return { ...rest, deployment: { ...deployment, registry } };
});

const NO_REGISTRY: VaultRegistry = { chains: {}, refusals: [] };

/** What `public/vaults.json` says of all chains; nothing where it is not there or cannot be read: no page depends on it. */
const publishedRegistry = cache(async (): Promise<VaultRegistry> => {
  const text = await readFile(join(process.cwd(), "public", "vaults.json"), "utf8").catch(() => null);
  const parsed = text === null ? null : parseVaultRegistry(text);
  return parsed?.ok ? parsed.registry : NO_REGISTRY;
});
