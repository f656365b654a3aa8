"use client";

import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { type ChainSource, createChainSource } from "@/lib/chain/ChainSource";
import type { Deployment, DeploymentRefusal } from "@/lib/config/Deployment";
import { pageChain } from "@/lib/config/pageChain";
import { invariant } from "@/lib/errors/invariant";
import { withOwnNode } from "./ownNode";

/** Every chain that the app is set up with, and what was left out. */
export type ChainSources = {
  /** The home chain first. */
  readonly sources: readonly [ChainSource, ...ChainSource[]];
  readonly refusals: readonly DeploymentRefusal[];
  /** The page's chain, of which alone anything can be signed: a part of the page may be of another (see {@link ChainScope}). */
  readonly pageChainId: number;
};

const ChainSourcesContext = createContext<ChainSources | null>(null);
const ChainSourceContext = createContext<ChainSource | null>(null);

type Props = {
  /** One a chain, the home chain's first. */
  readonly deployments: readonly [Deployment, ...Deployment[]];
  readonly refusals: readonly DeploymentRefusal[];
  readonly children: ReactNode;
};

/**
 * Gives everything below it the chain to read from, made from the run-time configuration and this browser's own node: the one that the page's
 * address names, or else the home chain. So bar, wallet and the page itself are always of one chain.
 */
export function ChainSourceProvider({ deployments, refusals, children }: Props) {
  const [sources] = useState((): ChainSources["sources"] => {
    const [home, ...others] = deployments;
    return [sourceOf(home), ...others.map(sourceOf)];
  });
  const named = pageChain(usePathname());
  const source = sources.find(({ deployment }) => deployment.chainId === named) ?? sources[0];
  const pageChainId = source.deployment.chainId;
  const all = useMemo(() => ({ sources, refusals, pageChainId }), [sources, refusals, pageChainId]);
  return (
    <ChainSourcesContext value={all}>
      <ChainSourceContext value={source}>{children}</ChainSourceContext>
    </ChainSourcesContext>
  );
}

function sourceOf(deployment: Deployment): ChainSource {
  return createChainSource(withOwnNode(deployment));
}

/** Makes a chain the one that everything below reads from, whatever the page's. */
export function ChainScope({ source, children }: { readonly source: ChainSource; readonly children: ReactNode }) {
  return <ChainSourceContext value={source}>{children}</ChainSourceContext>;
}

/** Where do we read from? Deployment, client and reader of the page's chain. */
export function useChainSource(): ChainSource {
  const source = useContext(ChainSourceContext);
  invariant(source, "useChainSource is used outside ChainSourceProvider");
  return source;
}

/** Which chains are there? */
export function useChainSources(): ChainSources {
  const all = useContext(ChainSourcesContext);
  invariant(all, "useChainSources is used outside ChainSourceProvider");
  return all;
}
