import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ActivityView } from "@/components/activity/ActivityView";
import { prefetchVaults } from "@/lib/server/prefetch";

export const metadata: Metadata = { title: "Activity" };

/** What the connected account did and has to do. The server reads the vaults; who looks is only known in the browser. */
export default async function ActivityPage() {
  return (
    <HydrationBoundary state={await prefetchVaults()}>
      <ActivityView />
    </HydrationBoundary>
  );
}
