"use client";

import { Section } from "@/components/layout/Section";
import { SkeletonRows } from "@/components/ui/SkeletonRows";
import { applicable, assetOptions, filteredVaults } from "@/components/vault/listFilter";
import { useLastFailure } from "@/components/vault/useLastFailure";
import { useListFigures } from "@/components/vault/useListFigures";
import { useListFilter } from "@/components/vault/useListFilter";
import { VaultTable } from "@/components/vault/VaultTable";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import { ChainNote } from "./ChainNote";

/** The vaults of another chain, as the list shows those of the home chain; a chain that does not answer costs this section alone. */
export function ChainVaults({ name }: { readonly name: string }) {
  const { rows, error, retry } = useListFigures();
  const failure = useLastFailure(error, rows !== undefined);
  const [asked] = useListFilter();
  const now = rows?.[0]?.now;
  const aside = now === undefined ? undefined : `As of ${formatUtcDate(now, now)}`;
  const shown = rows && filteredVaults(rows, applicable(asked, assetOptions(rows)));
  return (
    <Section title={`On ${name}`} aside={aside}>
      {failure ? (
        <div className="mb-4">
          <ChainNote what="Vaults" where="in this list" name={name} readAt={now} error={failure} onRetry={retry} />
        </div>
      ) : null}
      {shown === undefined ? (
        failure ? null : (
          <SkeletonRows count={3} label={`Reading the vaults on ${name}`} />
        )
      ) : shown.length > 0 ? (
        <VaultTable rows={shown} chainName={name} label={`Vaults on ${name}`} />
      ) : (
        <p className="text-13 text-ink-2">
          {rows?.length === 0 ? `There is no vault on ${name} yet.` : `No vault on ${name} matches these filters.`}
        </p>
      )}
    </Section>
  );
}
