"use client";

import { lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { usePositions } from "@/hooks/usePositions";
import { useVaults } from "@/hooks/useVaults";
import type { Address } from "@/lib/vault/Token";
import { ActivitySkeleton } from "./ActivitySkeleton";

const AllActivity = lazy(() => import("./AllActivity").then((module) => ({ default: module.AllActivity })));

/** Asks what the activity rests on at once, before its code is there. */
export function ShownActivity({ account, isOwn }: { readonly account: Address; readonly isOwn: boolean }) {
  usePositions(account);
  useVaults();
  return (
    <BrowserPart place={<ActivitySkeleton />}>
      <AllActivity account={account} isOwn={isOwn} />
    </BrowserPart>
  );
}
