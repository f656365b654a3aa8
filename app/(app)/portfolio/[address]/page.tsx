import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WatchedPortfolio } from "@/components/portfolio/WatchedPortfolio";
import { prefetchVaults } from "@/lib/server/prefetch";
import { parseAddressList } from "@/lib/vault/parseAddressList";

export const metadata: Metadata = { title: "Portfolio" };

type Props = { readonly params: Promise<{ readonly address: string }> };

/** What one address, or several, have in all vaults, for anyone who has the link. */
export default async function WatchedPortfolioPage({ params }: Props) {
  const list = parseAddressList(decodeURIComponent((await params).address));
  if (!list.ok) notFound();
  return (
    <HydrationBoundary state={await prefetchVaults()}>
      <WatchedPortfolio accounts={list.addresses} />
    </HydrationBoundary>
  );
}
