"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { invariant } from "@/lib/errors/invariant";

const ChainSourceContext = createContext<ChainSource | null>(null);

/** Gives everything below it the one chain to read from. */
export function ChainSourceProvider({
  source,
  children,
}: {
  readonly source: ChainSource;
  readonly children: ReactNode;
}) {
  return <ChainSourceContext value={source}>{children}</ChainSourceContext>;
}

/** Where do we read from? Deployment, client and reader of the app's chain. */
export function useChainSource(): ChainSource {
  const source = useContext(ChainSourceContext);
  invariant(source, "useChainSource is used outside ChainSourceProvider");
  return source;
}
