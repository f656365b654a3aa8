import type { CreateConnectorFn } from "wagmi";
import type { ChainSource } from "@/lib/chain/ChainSource";

/** The connectors that the project itself brings: none in production. The local profile takes profileConnectors.local.ts in place of this file (next.config). */
export function profileConnectors(_source: ChainSource): readonly CreateConnectorFn[] {
  return [];
}
