"use client";

import { useMemo } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { StatStrip } from "@/components/ui/StatStrip";
import { useMarkets } from "@/hooks/useMarkets";
import { useVaultHistories } from "@/hooks/useVaultHistories";
import { useVaults } from "@/hooks/useVaults";
import { useWallet } from "@/hooks/useWallet";
import { computeVaultFigures } from "./computeVaultFigures";
import { LaterReadFailure } from "./LaterReadFailure";
import { ListNotes } from "./ListNotes";
import { ListSkeleton } from "./ListSkeleton";
import { applicable, assetOptions, filteredVaults, NO_FILTER } from "./listFilter";
import { listStats } from "./listStats";
import { useLastFailure } from "./useLastFailure";
import { useListFilter } from "./useListFilter";
import { VaultFilters } from "./VaultFilters";
import { VaultTable } from "./VaultTable";

/** All vaults with their figures, to be searched and sorted. */
export function VaultList() {
  const vaults = useVaults();
  const histories = useVaultHistories(vaults.data);
  const { appChainName } = useWallet();
  const [asked, setFilter] = useListFilter();
  const marketOf = useMarkets(vaults.data?.map(({ underlyingSymbol }) => underlyingSymbol) ?? []);
  const rows = useMemo(
    () =>
      vaults.data?.map((vault) => {
        const past = histories.data?.find(({ vault: address }) => address === vault.address);
        return computeVaultFigures(vault, past, {
          now: vault.blockTimestamp,
          market: marketOf(vault.underlyingSymbol),
        });
      }),
    [vaults.data, histories.data, marketOf],
  );
  const error = useLastFailure(vaults.error ?? histories.error, rows !== undefined);
  if (rows === undefined) {
    return error ? <LaterReadFailure error={error} onRetry={() => void vaults.refetch()} /> : <ListSkeleton />;
  }
  const assets = assetOptions(rows);
  const filter = applicable(asked, assets);
  const shown = filteredVaults(rows, filter);
  return (
    <>
      {error ? <LaterReadFailure error={error} readAt={vaults.data?.[0]?.blockTimestamp} /> : null}
      <StatStrip stats={listStats(rows)} />
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
      <ListNotes />
    </>
  );
}
