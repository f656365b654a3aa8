"use client";

import { useEffect } from "react";
import { useConfig } from "wagmi";

/** Is WalletConnect offered? With a project id it joins the choice of wallets; without one nothing of it is loaded. */
export function useWalletConnect(projectId: string | null): void {
  const config = useConfig();
  // Synchronises with wagmi's list of connectors.
  useEffect(() => {
    if (projectId === null) return;
    void import("@/lib/wallets/addWalletConnect").then(({ addWalletConnect }) => addWalletConnect(config, projectId));
  }, [config, projectId]);
}
