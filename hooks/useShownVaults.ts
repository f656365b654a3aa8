"use client";

import { useQuery } from "@tanstack/react-query";
import { useParams } from "next/navigation";
import { vaultQueries } from "@/lib/queries/vaultQueries";
import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import { useChainSource } from "./useChainSource";

const ADDRESS = /^0x[0-9a-f]{40}$/i;

/** Which vaults does this page show? The one of its address, else all: what the page reads anyway, so that nothing is asked twice. */
export function useShownVaults(): readonly Vault[] {
  const source = useChainSource();
  const { address } = useParams<{ address?: string }>();
  const shown = address !== undefined && ADDRESS.test(address) ? (address as Address) : undefined;
  const detail = useQuery(vaultQueries.detail(source, shown));
  const list = useQuery({ ...vaultQueries.list(source), enabled: shown === undefined });
  if (shown !== undefined) return detail.data ? [detail.data] : [];
  return list.data ?? [];
}
