"use client";

import { ChainNote } from "@/components/chains/ChainNote";
import type { ChainReading } from "@/hooks/useChainReadings";
import { useOtherBlocks } from "@/hooks/useOtherChains";

/** Follows the other chains' blocks, and names each that is not, or not freshly, in the figures. */
export function PortfolioChains({ chains }: { readonly chains: readonly ChainReading[] }) {
  useOtherBlocks();
  return (
    <div className="grid gap-3 pt-4 empty:hidden">
      {chains.map(({ chainId, name, read, error, retry }) => (
        <ChainNote
          key={chainId}
          what="Holdings"
          where="in these figures"
          name={name}
          readAt={read === undefined ? undefined : (read.vaults[0]?.blockTimestamp ?? undefined)}
          error={error}
          onRetry={retry}
        />
      ))}
    </div>
  );
}
