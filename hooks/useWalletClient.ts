"use client";

import { useCallback } from "react";
import { useConfig } from "wagmi";
import type { WalletClient } from "@/lib/chain/WalletClient";
import type { Address } from "@/lib/vault/Token";

/** How is the connected wallet asked for this account? The code for it is loaded when it is. */
export function useWalletClient(account: Address | undefined): () => Promise<WalletClient> {
  const config = useConfig();
  return useCallback(async () => {
    const { getConnectorClient } = await import("wagmi/actions");
    return (await getConnectorClient(config, { account, assertChainId: false })) as WalletClient;
  }, [config, account]);
}
