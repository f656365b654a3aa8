"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { type ChainSource, createChainSource } from "@/lib/chain/ChainSource";
import type { Deployment } from "@/lib/config/Deployment";
import { invariant } from "@/lib/errors/invariant";
import { withOwnNode } from "./ownNode";

const ChainSourceContext = createContext<ChainSource | null>(null);

type Props = { readonly deployment: Deployment; readonly children: ReactNode };

/** Gives everything below it the one chain to read from, made from the run-time configuration and this browser's own node. */
export function ChainSourceProvider({ deployment, children }: Props) {
  const [source] = useState(() => createChainSource(withOwnNode(deployment)));
  return <ChainSourceContext value={source}>{children}</ChainSourceContext>;
}

/** Where do we read from? Deployment, client and reader of the app's chain. */
export function useChainSource(): ChainSource {
  const source = useContext(ChainSourceContext);
  invariant(source, "useChainSource is used outside ChainSourceProvider");
  return source;
}
