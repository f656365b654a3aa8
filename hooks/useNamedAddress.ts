"use client";

import type { NamedAddress } from "@/lib/chain/readNamedAddress";
import { useChainSource } from "./useChainSource";

export type { NamedAddress };

/** Which address does a name of the chain lead to? A question to ask when somebody has typed one; its code comes with the first. Rejects where the node fails. */
export function useNamedAddress(): (name: string) => Promise<NamedAddress> {
  const { client } = useChainSource();
  return async (name) => {
    const { readNamedAddress } = await import("@/lib/chain/readNamedAddress");
    return readNamedAddress(client, name);
  };
}
