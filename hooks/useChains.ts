"use client";

import { useMemo } from "react";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { chainFacts } from "@/lib/config/chains";
import { useChainSources } from "./useChainSource";

/** A chain of the app, and what people call it. */
export type AppChain = { readonly source: ChainSource; readonly chainId: number; readonly name: string };

/** Which chains is the app set up with? The home chain first. */
export function useChains(): readonly AppChain[] {
  const { sources } = useChainSources();
  return useMemo(() => sources.map(appChain), [sources]);
}

/** A source by its chain's name. */
export function appChain(source: ChainSource): AppChain {
  const { chainId } = source.deployment;
  return { source, chainId, name: chainFacts(chainId).name };
}
