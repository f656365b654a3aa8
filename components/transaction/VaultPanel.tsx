"use client";

import { lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import type { Vault } from "@/lib/vault/Vault";
import { PanelSkeleton } from "./PanelSkeleton";

const VaultForms = lazy(() => import("./VaultForms").then((module) => ({ default: module.VaultForms })));

/** The rail of a vault's page. Its forms are loaded after the page itself, which reads without them. */
export function VaultPanel({ vault }: { readonly vault: Vault }) {
  return (
    <BrowserPart place={<PanelSkeleton />}>
      <VaultForms vault={vault} />
    </BrowserPart>
  );
}
