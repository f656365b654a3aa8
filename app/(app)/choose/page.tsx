import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ChooseView } from "@/components/product/ChooseView";
import { prefetchVaults } from "@/lib/server/prefetch";

export const metadata: Metadata = { title: "Choose a strategy" };

/** One deposit over several vaults, with its joint payoff in the first HTML. */
export default async function ChoosePage() {
  return (
    <HydrationBoundary state={await prefetchVaults()}>
      <ChooseView />
    </HydrationBoundary>
  );
}
