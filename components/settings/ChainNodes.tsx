"use client";

import { LeftOutChains } from "@/components/chains/LeftOutChains";
import { ChainScope } from "@/hooks/useChainSource";
import { useChains } from "@/hooks/useChains";
import type { NodePolicy } from "@/hooks/useOwnNode";
import { OwnNodePart } from "./OwnNodePart";

/** Which nodes of a chain a page may reach. */
export type ChainNodePolicy = NodePolicy & { readonly chainId: number };

const NO_POLICY: NodePolicy = { configuredUrls: [], ownOrigins: [] };

/** A node of one's own for each chain of the app, under the chain's name where there are several. */
export function ChainNodes({ policies }: { readonly policies: readonly ChainNodePolicy[] }) {
  const chains = useChains();
  return (
    <div className="grid gap-8">
      {chains.map(({ source, chainId, name }) => {
        const policy = policies.find((one) => one.chainId === chainId) ?? NO_POLICY;
        return (
          <ChainScope key={chainId} source={source}>
            {chains.length === 1 ? (
              <OwnNodePart policy={policy} />
            ) : (
              <section aria-label={`RPC node of ${name}`} className="grid gap-3">
                <h3 className="text-14 font-medium">{name}</h3>
                <OwnNodePart policy={policy} />
              </section>
            )}
          </ChainScope>
        );
      })}
      <LeftOutChains />
    </div>
  );
}
