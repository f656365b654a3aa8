import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { BuildView } from "@/components/build/BuildView";
import { prefetchVaults } from "@/lib/server/prefetch";

export const metadata: Metadata = { title: "Build a strategy" };

/** A structure of one's own on the coins that vaults are on. */
export default async function BuildPage() {
  return (
    <HydrationBoundary state={await prefetchVaults()}>
      <BuildView />
    </HydrationBoundary>
  );
}
