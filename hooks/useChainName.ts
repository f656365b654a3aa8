"use client";

import { useCallback } from "react";
import type { ChainName } from "@/lib/format/errorMessage";
import { useChains } from "./useChains";

/** What is this chain called? One of the app's by its name, any other by its number. */
export function useChainName(): ChainName {
  const chains = useChains();
  return useCallback((id) => chains.find(({ chainId }) => chainId === id)?.name ?? `chain ${id}`, [chains]);
}
