"use client";

import { lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { SkeletonRows } from "@/components/ui/SkeletonRows";

const OtherVaults = lazy(() => import("./OtherVaults").then((module) => ({ default: module.OtherVaults })));

/** Vaults of other protocols, under our own: their code and their reads come after the page. */
export function OtherVaultsPart() {
  return (
    <BrowserPart place={<SkeletonRows count={4} label="Reading vaults of other protocols" />}>
      <OtherVaults />
    </BrowserPart>
  );
}
