"use client";

import { lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { usePositions } from "@/hooks/usePositions";
import { useVaults } from "@/hooks/useVaults";
import { useWallet } from "@/hooks/useWallet";
import type { Address } from "@/lib/vault/Token";
import { ConnectPrompt } from "./ConnectPrompt";
import { PortfolioSkeleton } from "./PortfolioSkeleton";
import { SavedAddresses } from "./SavedAddresses";

/** Who looks is only known in the browser, so the server has nothing of it to send. */
const LivePortfolio = lazy(() => import("./LivePortfolio").then((module) => ({ default: module.LivePortfolio })));

/** What the connected account has, or how to connect one. */
export function PortfolioView() {
  const { account, status } = useWallet();
  if (account) {
    return (
      <>
        <AskedAtOnce account={account} />
        <BrowserPart place={<PortfolioSkeleton />}>
          <LivePortfolio accounts={[account]} isOwn />
        </BrowserPart>
        <SavedAddresses />
      </>
    );
  }
  if (status !== "disconnected") return <PortfolioSkeleton />;
  return (
    <>
      <ConnectPrompt />
      <SavedAddresses />
    </>
  );
}

/** Asks what the portfolio rests on with the account itself, before its code is there: it then shares the multicall of the top bar's balance. */
function AskedAtOnce({ account }: { readonly account: Address }) {
  usePositions(account);
  useVaults();
  return null;
}
