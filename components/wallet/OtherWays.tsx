"use client";

import { useWalletWays } from "@/hooks/useWalletWays";

/** Below the choice of wallets: how to connect what is not in the list. RainbowKit hands its own text and link for it; ours is plain. */
export function OtherWays() {
  const { hasPhones } = useWalletWays();
  return (
    <p className="px-1 text-13 text-ink-2">
      {hasPhones
        ? "Browser wallets are listed when their extension is installed. A Ledger over USB needs Chrome, Edge, Brave or Opera."
        : "Wallets on phones cannot connect to this site. Use a browser wallet’s extension, or a Ledger over USB in Chrome, Edge, Brave or Opera."}
    </p>
  );
}
