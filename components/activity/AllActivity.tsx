"use client";

import { lazy, useState } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { Segmented } from "@/components/ui/Segmented";
import { ChainScope } from "@/hooks/useChainSource";
import { useChains } from "@/hooks/useChains";
import type { Address } from "@/lib/vault/Token";
import { ElsewhereNotes } from "./ElsewhereNotes";
import { LiveActivity } from "./LiveActivity";

const OtherFlows = lazy(() => import("./OtherFlows").then((module) => ({ default: module.OtherFlows })));

type Props = { readonly account: Address; readonly isOwn: boolean };

/** An address's activity on the chain that is chosen, the home chain at first; what is open on the others is said above it. */
export function AllActivity({ account, isOwn }: Props) {
  const chains = useChains();
  const [chosen, choose] = useState(() => chains[0]?.chainId);
  const shown = chains.find(({ chainId }) => chainId === chosen) ?? chains[0];
  if (shown === undefined) return null;
  return (
    <>
      {chains.length > 1 ? (
        <div className="mt-4 grid gap-3">
          <span>
            <Segmented
              label="Chain"
              options={chains.map(({ chainId, name }) => ({ value: String(chainId), label: name }))}
              value={String(shown.chainId)}
              onChange={(chain) => choose(Number(chain))}
            />
          </span>
          <ElsewhereNotes account={account} shownChainId={shown.chainId} />
        </div>
      ) : null}
      <ChainScope key={shown.chainId} source={shown.source}>
        <LiveActivity account={account} isOwn={isOwn} />
        <BrowserPart>
          <OtherFlows account={account} />
        </BrowserPart>
      </ChainScope>
    </>
  );
}
