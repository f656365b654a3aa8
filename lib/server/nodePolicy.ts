import "server-only";
import { cookies } from "next/headers";
import { OWN_NODES_COOKIE, ownNodeOrigins } from "@/lib/config/ownNodes";
import { loadDeployment } from "./loadDeployment";

/**
 * Which nodes a page may reach, as proxy.ts allows it: those configured, and the origins that its person has named. No chain is read; where
 * nothing is configured the app's frame says so instead of the page.
 */
export async function nodePolicy(): Promise<{
  readonly configuredUrls: readonly string[];
  readonly ownOrigins: readonly string[];
}> {
  const ownOrigins = ownNodeOrigins((await cookies()).get(OWN_NODES_COOKIE)?.value);
  const configured = await loadDeployment().catch(() => null);
  return { configuredUrls: configured?.deployment.rpcUrls ?? [], ownOrigins };
}
