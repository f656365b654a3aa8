import "server-only";
import { ConfigurationError } from "@/lib/errors/configurationErrors";
import { descriptorsOf } from "@/lib/protocols/ballast/clearSigning/descriptorsOf";
import { loadDeployment } from "./loadDeployment";

/**
 * GET /clear-signing/FILE: the ERC-7730 descriptor of that name for the deployment that this server runs on; `index.json` names
 * them all. 404 for any other name, 503 while the app is not configured. Public data that any wallet's page may fetch.
 */
export async function clearSigningFile(name: string): Promise<Response> {
  const configuration = await loadDeployment().catch((cause: unknown) => {
    if (cause instanceof ConfigurationError) return null;
    throw cause;
  });
  if (configuration === null) return new Response("This app is not configured.\n", { status: 503 });
  const files = descriptorsOf(configuration.deployment);
  const found = name === "index.json" ? { files: Object.keys(files) } : Object.hasOwn(files, name) && files[name];
  if (!found) return new Response("No such descriptor. index.json names those there are.\n", { status: 404 });
  const headers = { "cache-control": "no-cache", "access-control-allow-origin": "*" };
  return Response.json(found, { headers });
}
