import "server-only";
import { cookies } from "next/headers";
import { OWN_NODES_COOKIE, ownNodeOrigins } from "@/lib/config/ownNodes";
import { loadDeployments } from "./loadDeployment";

/** Which nodes of a chain a page may reach, as proxy.ts allows it: those configured, and the origins that its person has named. */
export type ChainNodePolicy = {
  readonly chainId: number;
  readonly configuredUrls: readonly string[];
  readonly ownOrigins: readonly string[];
};

/** Those of every chain, the home chain's first. No chain is read; where nothing is configured the app's frame says so instead of the page. */
export async function nodePolicies(): Promise<readonly ChainNodePolicy[]> {
  const ownOrigins = ownNodeOrigins((await cookies()).get(OWN_NODES_COOKIE)?.value);
  const loaded = await loadDeployments().catch(() => null);
  const deployments = loaded?.deployments ?? [];
  return deployments.map(({ chainId, rpcUrls }) => ({ chainId, configuredUrls: rpcUrls, ownOrigins }));
}

/** Those of the home chain. */
export async function nodePolicy(): Promise<Omit<ChainNodePolicy, "chainId">> {
  const [home = { configuredUrls: [], ownOrigins: [] }] = await nodePolicies();
  return home;
}
