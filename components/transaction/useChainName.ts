"use client";

import { useCallback } from "react";
import { useWallet } from "@/hooks/useWallet";
import type { ChainName } from "@/lib/format/errorMessage";

/** What is this chain called? The app's by its name, any other by its number. */
export function useChainName(): ChainName {
  const { appChainId, appChainName } = useWallet();
  return useCallback(
    (chainId) => (chainId === appChainId ? appChainName : `chain ${chainId}`),
    [appChainId, appChainName],
  );
}
