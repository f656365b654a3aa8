import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/PageHeading";
import { AsOf } from "@/components/vault/AsOf";
import { VaultList } from "@/components/vault/VaultList";
import { prefetchVaults } from "@/lib/server/prefetch";

export const metadata: Metadata = { title: "Vaults" };

/** Every vault, with its numbers in the first HTML. */
export default async function VaultsPage() {
  const state = await prefetchVaults();
  return (
    <HydrationBoundary state={state}>
      <PageHeading
        title="Vaults"
        lead="Options strategies that settle on chain every epoch. Each row says what you earn and when you lose."
        aside={<AsOf />}
      />
      <VaultList />
    </HydrationBoundary>
  );
}
