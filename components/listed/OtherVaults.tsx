"use client";

import Link from "next/link";
import { Section } from "@/components/layout/Section";
import { AddressText } from "@/components/ui/AddressText";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { SkeletonRows } from "@/components/ui/SkeletonRows";
import { LaterReadFailure } from "@/components/vault/LaterReadFailure";
import { useLastFailure } from "@/components/vault/useLastFailure";
import { vaultHref } from "@/components/vault/vaultHref";
import { useChainName } from "@/hooks/useChainName";
import { type ListedOutcome, useListed } from "@/hooks/useListed";
import { useWallet } from "@/hooks/useWallet";
import { errorMessage } from "@/lib/format/errorMessage";
import { formatToken } from "@/lib/format/formatToken";
import { NO_NUMBER } from "@/lib/format/numberText";
import { type ListedVaultRow, listedVaults } from "./listedVaults";
import { PROTOCOL_NAME, rateText } from "./yieldTexts";

const TITLE = "Vaults of other protocols";

/** What the registry lists besides our own vaults, a row each; what cannot be read is told and takes nothing with it. `chain`: of another chain, its name. */
export function OtherVaults({ chain }: { readonly chain?: string | undefined }) {
  const title = chain === undefined ? TITLE : `${TITLE} on ${chain}`;
  return (
    <Section title={title} aside="Their risks are their own; not audited by us">
      <div className="foreign">
        <Rows title={title} />
      </div>
    </Section>
  );
}

function Rows({ title }: { readonly title: string }) {
  const { account } = useWallet();
  const { outcomes, error } = useListed(account ? [account] : []);
  const failure = useLastFailure(error, outcomes !== undefined);
  if (outcomes === undefined) {
    return failure ? (
      <LaterReadFailure error={failure} />
    ) : (
      <SkeletonRows count={3} label="Reading vaults of other protocols" />
    );
  }
  if (outcomes.length === 0) return <p className="text-13 text-ink-2">None is listed on this chain.</p>;
  const rows = listedVaults(outcomes);
  return (
    <>
      {rows.length > 0 ? (
        <DataTable
          caption={title}
          columns={account ? [...COLUMNS, YOURS] : COLUMNS}
          rows={rows}
          rowKey={({ vault }) => vault.address}
          narrow="blocks"
        />
      ) : null}
      <UnreadEntries outcomes={outcomes} />
    </>
  );
}

function UnreadEntries({ outcomes }: { readonly outcomes: readonly ListedOutcome[] }) {
  const chainName = useChainName();
  return outcomes.map((outcome) => {
    if (outcome.ok) return null;
    const { what, why } = errorMessage(outcome.failure, chainName);
    const { name, address } = outcome.entry;
    return (
      <p key={address} className="mt-3 text-13 text-warning">
        <AddressText name={name ?? "A vault"} address={address} /> could not be read. {what} {why}
      </p>
    );
  });
}

const COLUMNS: readonly Column<ListedVaultRow>[] = [
  {
    key: "vault",
    head: "Vault",
    rowHeader: true,
    cell: ({ vault }) => (
      <Link href={vaultHref(vault)} className="font-medium">
        {vault.name}
      </Link>
    ),
  },
  { key: "protocol", head: "Protocol", cell: ({ vault }) => PROTOCOL_NAME[vault.protocol] },
  { key: "asset", head: "Asset", cell: ({ vault }) => vault.asset.symbol },
  { key: "rate", head: "Yield", cell: ({ vault }) => rateText(vault) ?? "its contract does not say" },
  {
    key: "deposits",
    head: "Deposits",
    align: "right",
    cell: ({ vault }) => formatToken(vault.totalAssets, vault.asset),
  },
];

const YOURS: Column<ListedVaultRow> = {
  key: "yours",
  head: "Yours",
  align: "right",
  cell: ({ vault, position }) =>
    position && position.shares > 0n ? formatToken(position.assets, vault.asset) : NO_NUMBER,
};
