import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { VaultListPage } from "@/components/vault/VaultListPage";
import { SafeEntry } from "@/components/wallet/SafeEntry";
import { serverEnvironment } from "@/lib/config/env";
import { prefetchVaults } from "@/lib/server/prefetch";

export const metadata: Metadata = { title: "Vaults", robots: { index: false } };

/** The list of vaults as a Safe's page opens it: the one address that it may frame, and from where the rest of the app is reached. */
export default async function SafePage() {
  const state = await prefetchVaults();
  return (
    <HydrationBoundary state={state}>
      <SafeEntry origins={serverEnvironment().safeOrigins} />
      <VaultListPage />
    </HydrationBoundary>
  );
}
