"use client";

import { lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { usePositions } from "@/hooks/usePositions";
import { useVaults } from "@/hooks/useVaults";
import type { Address } from "@/lib/vault/Token";
import { ActivitySkeleton } from "./ActivitySkeleton";

const LiveActivity = lazy(() => import("./LiveActivity").then((module) => ({ default: module.LiveActivity })));
const OtherFlows = lazy(() => import("./OtherFlows").then((module) => ({ default: module.OtherFlows })));

/** Asks what the activity rests on at once, before its code is there. */
export function ShownActivity({ account, isOwn }: { readonly account: Address; readonly isOwn: boolean }) {
  usePositions(account);
  useVaults();
  return (
    <>
      <BrowserPart place={<ActivitySkeleton />}>
        <LiveActivity account={account} isOwn={isOwn} />
      </BrowserPart>
      <BrowserPart>
        <OtherFlows account={account} />
      </BrowserPart>
    </>
  );
}
