import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { PortfolioView } from "@/components/portfolio/PortfolioView";
import { prefetchVaults } from "@/lib/server/prefetch";

export const metadata: Metadata = { title: "Portfolio" };

/** What the connected account has in all vaults. The server reads the vaults; who looks is only known in the browser. */
export default async function PortfolioPage() {
  return (
    <HydrationBoundary state={await prefetchVaults()}>
      <PortfolioView />
    </HydrationBoundary>
  );
}
