import { queryOptions, skipToken } from "@tanstack/react-query";
import type { Deployment } from "@/lib/config/Deployment";
import type { Entity } from "./refreshedPerBlock";

/** Trials of nodes that somebody wants to use. */
export const trialQueries = {
  /** What a node is good for, held against the deployment's own nodes; skipped without an address. Tried anew only when asked to. */
  node: (deployment: Deployment, url: string | null) =>
    queryOptions({
      queryKey: ["trial" satisfies Entity, { chainId: deployment.chainId, url }] as const,
      queryFn:
        url === null ? skipToken : async () => (await import("@/lib/chain/trial/tryNode")).tryNode(url, deployment),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
};
