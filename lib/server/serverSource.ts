import "server-only";
import { cache } from "react";
import { type ChainSource, createChainSource } from "@/lib/chain/ChainSource";
import type { Deployment } from "@/lib/config/Deployment";
import { loadDeployments } from "./loadDeployment";

/** The home chain as this request sees it: layout and page share it, the next request gets its own. */
export const serverSource = cache(
  async (): Promise<ChainSource> => createChainSource((await loadDeployments()).home.deployment),
);

/** The chain of a number as text, as this request sees it; null for a chain that is not set up here. */
export async function chainSourceOf(chain: string): Promise<ChainSource | null> {
  const deployment = await deploymentOf(chain);
  const home = await serverSource();
  if (deployment === undefined) return null;
  return deployment.chainId === home.deployment.chainId ? home : furtherSource(deployment);
}

/** The deployment on the chain of a number as text. */
export async function deploymentOf(chain: string): Promise<Deployment | undefined> {
  return (await loadDeployments()).deployments.find(({ chainId }) => String(chainId) === chain);
}

const furtherSource = cache(createChainSource);
