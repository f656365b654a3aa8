import type { ChainSource } from "@/lib/chain/ChainSource";

const opening = new WeakMap<ChainSource, Promise<ChainSource>>();

/**
 * Where an account's own numbers are read from: they decide what a person types and presses, so with several nodes they are
 * a majority's, at one block. What is asked for at once shares one quorum, and so one block and one request a node. With
 * one node it is the page's own source, whose block and request they share.
 */
export async function accountSource(source: ChainSource): Promise<ChainSource> {
  if (source.deployment.rpcUrls.length < 2) return source;
  const under = opening.get(source) ?? opened(source);
  opening.set(source, under);
  return under;
}

async function opened(source: ChainSource): Promise<ChainSource> {
  try {
    const { quorumSource } = await import("@/lib/chain/quorum/quorumSource");
    return await quorumSource(source);
  } finally {
    opening.delete(source);
  }
}
