"use client";

import dynamic from "next/dynamic";
import type { Address } from "@/lib/vault/Token";
import { VaultSkeleton } from "./VaultSkeleton";

/** The server sends it whole; the browser makes it live when the code of its numbers is there, after what every page needs. */
const LiveVault = dynamic(() => import("./LiveVault").then((module) => module.LiveVault), { loading: VaultSkeleton });

/** One vault's page. */
export function VaultPage({ address }: { readonly address: Address }) {
  return <LiveVault address={address} />;
}
