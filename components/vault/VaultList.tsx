"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { StatStrip } from "@/components/ui/StatStrip";
import { useChainSources } from "@/hooks/useChainSource";
import { useWallet } from "@/hooks/useWallet";
import { LaterReadFailure } from "./LaterReadFailure";
import { ListSkeleton } from "./ListSkeleton";
import { applicable, assetOptions, filteredVaults, NO_FILTER } from "./listFilter";
import { listStats } from "./listStats";
import { useLastFailure } from "./useLastFailure";
import { useListFigures } from "./useListFigures";
import { useListFilter } from "./useListFilter";
import { VaultFilters } from "./VaultFilters";
import { VaultTable } from "./VaultTable";

/** All vaults of the home chain with their figures, to be searched and sorted. `notes`: what stands under them, drawn by the server. */
export function VaultList({ notes }: { readonly notes: ReactNode }) {
  const figures = useListFigures();
  const { rows } = figures;
  const { appChainName } = useWallet();
  const { sources } = useChainSources();
  const [asked, setFilter] = useListFilter();
  const error = useLastFailure(figures.error, rows !== undefined);
  if (rows === undefined) {
    return error ? <LaterReadFailure error={error} onRetry={figures.retry} /> : <ListSkeleton />;
  }
  const assets = assetOptions(rows);
  const filter = applicable(asked, assets);
  const shown = filteredVaults(rows, filter);
  return (
    <>
      {error ? <LaterReadFailure error={error} readAt={rows[0]?.vault.blockTimestamp} /> : null}
      <StatStrip stats={listStats(rows, sources.length > 1 ? appChainName : undefined)} />
      <VaultFilters filter={filter} assets={assets} onChange={setFilter} />
      <output className="visually-hidden">{`${shown.length} of ${rows.length} vaults`}</output>
      {shown.length > 0 ? (
        <VaultTable rows={shown} chainName={appChainName} />
      ) : (
        <Notice
          title="No vault matches these filters"
          level={2}
          action={<Button onClick={() => setFilter(NO_FILTER)}>Clear filters</Button>}
        >
          There are {rows.length} vaults without them.
        </Notice>
      )}
      {notes}
    </>
  );
}
