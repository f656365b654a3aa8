"use client";

import { ChainVaults } from "@/components/chains/ChainVaults";
import { LeftOutChains } from "@/components/chains/LeftOutChains";
import { ChainScope } from "@/hooks/useChainSource";
import { useChains } from "@/hooks/useChains";
import { useOtherBlocks } from "@/hooks/useOtherChains";
import { OtherVaults } from "./OtherVaults";

/** What is listed besides our own vaults of the home chain: those of each other chain, then those of other protocols. */
export function MoreVaults() {
  const [, ...others] = useChains();
  useOtherBlocks();
  return (
    <>
      {others.map(({ chainId, name, source }) => (
        <ChainScope key={chainId} source={source}>
          <ChainVaults name={name} />
        </ChainScope>
      ))}
      <div className="mt-4 empty:hidden">
        <LeftOutChains />
      </div>
      <OtherVaults />
      {others.map(({ chainId, name, source }) =>
        source.deployment.registry.vaults.length > 0 ? (
          <ChainScope key={chainId} source={source}>
            <OtherVaults chain={name} />
          </ChainScope>
        ) : null,
      )}
    </>
  );
}
