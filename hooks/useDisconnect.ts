"use client";

import { useConfig } from "wagmi";

/** Leaves the wallet. */
export function useDisconnect(): () => void {
  const config = useConfig();
  return () => {
    import("./walletActions").then(({ walletActions }) => walletActions.disconnect(config)).catch(() => undefined);
  };
}
