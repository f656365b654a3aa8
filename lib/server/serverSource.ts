import "server-only";
import { cache } from "react";
import { type ChainSource, createChainSource } from "@/lib/chain/ChainSource";
import { loadDeployment } from "./loadDeployment";

/** The chain as this request sees it: layout and page share it, the next request gets its own. */
export const serverSource = cache(
  async (): Promise<ChainSource> => createChainSource((await loadDeployment()).deployment),
);
