import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { VaultListPage } from "@/components/vault/VaultListPage";
import { prefetchVaults } from "@/lib/server/prefetch";

export const metadata: Metadata = { title: "Vaults" };

/** Every vault, with its numbers in the first HTML. */
export default async function VaultsPage() {
  const state = await prefetchVaults();
  return (
    <HydrationBoundary state={state}>
      <VaultListPage />
    </HydrationBoundary>
  );
}
