import type { Deployment } from "@/lib/config/Deployment";
import { type ChainClient, createChainClient } from "./createChainClient";
import { createPinnedReader, type PinnedReader } from "./pinnedReader";

/** A chain to read from: where Ballast lives on it, a client of its nodes, and the reader that keeps a page to one block. */
export type ChainSource = {
  readonly deployment: Deployment;
  readonly client: ChainClient;
  readonly reader: PinnedReader;
};

/** Makes a source for a deployment. One per request on the server, one per app in the browser. */
export function createChainSource(deployment: Deployment): ChainSource {
  const client = createChainClient(deployment);
  return { deployment, client, reader: createPinnedReader(client) };
}
