"use client";

import { StatusDot } from "@/components/ui/StatusDot";
import { useWallet } from "@/hooks/useWallet";

/** The network that the numbers are from; yellow when the wallet is elsewhere. */
export function NetworkBadge() {
  const { appChainName, isWrongChain } = useWallet();
  return (
    <span className="only-wide items-center gap-2 text-12 text-ink-2">
      <StatusDot tone={isWrongChain ? "warning" : "profit"} /> {appChainName}
    </span>
  );
}
