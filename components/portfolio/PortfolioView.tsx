"use client";

import dynamic from "next/dynamic";
import { usePositions } from "@/hooks/usePositions";
import { useWallet } from "@/hooks/useWallet";
import { ConnectPrompt } from "./ConnectPrompt";
import { PortfolioSkeleton } from "./PortfolioSkeleton";

/** Who looks is only known in the browser, so the server has nothing of it to send. */
const LivePortfolio = dynamic(() => import("./LivePortfolio").then((module) => module.LivePortfolio), {
  ssr: false,
  loading: PortfolioSkeleton,
});

/** What the connected account has, or how to connect one. */
export function PortfolioView() {
  const { account, status } = useWallet();
  // Asked with the account itself, before the view's code is there: it then shares the multicall of the top bar's balance.
  usePositions(account);
  if (account) return <LivePortfolio account={account} />;
  return status === "disconnected" ? <ConnectPrompt /> : <PortfolioSkeleton />;
}
