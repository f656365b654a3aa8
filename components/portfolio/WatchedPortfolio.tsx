"use client";

import { lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { useWallet } from "@/hooks/useWallet";
import type { Address } from "@/lib/vault/Token";
import { PortfolioSkeleton } from "./PortfolioSkeleton";
import { WatchedHeading } from "./WatchedHeading";

const LivePortfolio = lazy(() => import("./LivePortfolio").then((module) => ({ default: module.LivePortfolio })));

/** The portfolio of addresses out of a link. Their requests can be acted on only by the one account that is connected. */
export function WatchedPortfolio({ accounts }: { readonly accounts: readonly Address[] }) {
  const { account } = useWallet();
  const [first] = accounts;
  const isOwn = accounts.length === 1 && first?.toLowerCase() === account?.toLowerCase();
  return (
    <>
      <WatchedHeading accounts={accounts} />
      <BrowserPart place={<PortfolioSkeleton />}>
        <LivePortfolio accounts={accounts} isOwn={isOwn} />
      </BrowserPart>
    </>
  );
}
