"use client";

import { useCallback, useEffect, useState } from "react";
import { useConfig } from "wagmi";

/** How the connection with the Safe around this page stands. */
export type SafeConnection = { readonly hasFailed: boolean; readonly again: () => void };

/** Is the Safe connected that shows this page? Asks it at once; its code is loaded here. */
export function useSafeConnection(origins: readonly string[]): SafeConnection {
  const config = useConfig();
  const [hasFailed, setHasFailed] = useState(false);
  const ask = useCallback(() => {
    if (config.state.current !== null) return;
    setHasFailed(false);
    const connectSafe = async () => {
      const [{ connect }, { safeWallet }] = await Promise.all([
        import("wagmi/actions"),
        import("@/lib/wallets/safe/safeWallet"),
      ]);
      await connect(config, { connector: safeWallet(origins) });
    };
    connectSafe().catch(() => setHasFailed(true));
  }, [config, origins]);
  // Synchronises with the page around this one: it is the wallet.
  useEffect(ask, [ask]);
  return { hasFailed, again: ask };
}
