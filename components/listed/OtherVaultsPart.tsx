"use client";

import { lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { SkeletonRows } from "@/components/ui/SkeletonRows";

const MoreVaults = lazy(() => import("./MoreVaults").then((module) => ({ default: module.MoreVaults })));

/** Vaults of other chains and of other protocols, under our own: their code and their reads come after the page. */
export function OtherVaultsPart() {
  return (
    <BrowserPart place={<SkeletonRows count={4} label="Reading other vaults" />}>
      <MoreVaults />
    </BrowserPart>
  );
}
