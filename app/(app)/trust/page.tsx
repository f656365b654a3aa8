import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { AllTrust } from "@/components/trust/AllTrust";
import { prefetchControls } from "@/lib/server/prefetch";

export const metadata: Metadata = { title: "What you trust" };

/** Who can change what in all vaults, with its answers in the first HTML. */
export default async function TrustPage() {
  return (
    <HydrationBoundary state={await prefetchControls()}>
      <AllTrust />
    </HydrationBoundary>
  );
}
