"use client";

import dynamic from "next/dynamic";
import type { Vault } from "@/lib/vault/Vault";
import { PanelSkeleton } from "./PanelSkeleton";

const VaultForms = dynamic(() => import("./VaultForms").then((module) => module.VaultForms), {
  ssr: false,
  loading: PanelSkeleton,
});

/** The rail of a vault's page. Its forms are loaded after the page itself, which reads without them. */
export function VaultPanel({ vault }: { readonly vault: Vault }) {
  return <VaultForms vault={vault} />;
}
