import "server-only";
import { readFile } from "node:fs/promises";
import { cache } from "react";
import type { ServerDeployment } from "@/lib/config/Deployment";
import { serverEnvironment } from "@/lib/config/env";
import { parseDeployment } from "@/lib/config/parseDeployment";
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
  return parsed.value;
});
