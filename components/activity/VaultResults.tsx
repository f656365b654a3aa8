import Link from "next/link";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Signed } from "@/components/ui/Signed";
import { StatStrip } from "@/components/ui/StatStrip";
import { toneOfSign } from "@/components/ui/Tone";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { formatSignedToken, formatToken } from "@/lib/format/formatToken";
import { formatSignedUsd, formatUsd } from "@/lib/format/formatUsd";
import { NO_NUMBER } from "@/lib/format/numberText";
import type { VaultBook } from "./activityBook";
import { type BookTotals, bookTotals } from "./bookTotals";

/** What went into each vault, what came out, what is there, and what came of it. */
export function VaultResults({ books }: { readonly books: readonly VaultBook[] }) {
  const totals = bookTotals(books);
  return (
    <>
      <Totals totals={totals} />
      <DataTable
        caption="Result by vault"
        columns={COLUMNS}
        rows={books}
        rowKey={({ vault }) => vault.address}
        narrow="blocks"
      />
    </>
  );
}

function Totals({ totals: { inUsd, outUsd, valueUsd, resultUsd, realisedUsd } }: { readonly totals: BookTotals }) {
  return (
    <StatStrip
      className="mb-4"
      stats={[
        { label: "Put in", value: formatUsd(inUsd), note: "at the price of each day" },
        { label: "Taken out", value: formatUsd(outUsd), note: "at the price of each day" },
        { label: "There now", value: formatUsd(valueUsd), note: "at the last settlements" },
        {
          label: "Result",
          value: formatSignedUsd(resultUsd),
          tone: toneOfSign(Number.isFinite(resultUsd) ? resultUsd : 0),
          note: `of it taken out: ${formatSignedUsd(realisedUsd)}`,
        },
      ]}
    />
  );
}

const COLUMNS: readonly Column<VaultBook>[] = [
  {
    key: "vault",
    head: "Vault",
    rowHeader: true,
    cell: ({ vault }) => (
      <Link href={`/vaults/${vault.chainId}/${vault.address}`} className="font-medium">
        {vaultTitle(vault)}
      </Link>
    ),
  },
  {
    key: "in",
    head: "Put in",
    align: "right",
    cell: ({ basis, vault }) => twoUnits(formatToken(basis.inAssets, vault.asset), formatUsd(basis.inUsd)),
  },
  {
    key: "out",
    head: "Taken out",
    align: "right",
    cell: ({ basis, vault }) => twoUnits(formatToken(basis.outAssets, vault.asset), formatUsd(basis.outUsd)),
  },
  {
    key: "now",
    head: "There now",
    align: "right",
    cell: ({ result, vault }) => twoUnits(formatToken(result.valueAssets, vault.asset), formatUsd(result.valueUsd)),
  },
  {
    key: "realised",
    head: "Result taken out",
    align: "right",
    cell: ({ basis, vault }) => resultCell(basis.realisedAssets, basis.realisedUsd, vault),
  },
  {
    key: "unrealised",
    head: "Result still there",
    align: "right",
    cell: ({ result, vault }) => resultCell(result.unrealisedAssets, result.unrealisedUsd, vault),
  },
  {
    key: "result",
    head: "Result",
    align: "right",
    cell: ({ result, vault }) => resultCell(result.resultAssets, result.resultUsd, vault),
  },
  { key: "cost", head: "Cost of a share", align: "right", cell: costCell },
];

function twoUnits(inAsset: string, inUsd: string) {
  return (
    <span>
      {inAsset} <small>{inUsd}</small>
    </span>
  );
}

function resultCell(assets: bigint, usd: number, { asset }: VaultBook["vault"]) {
  return (
    <span>
      <Signed value={assets} spoken>
        {formatSignedToken(assets, asset)}
      </Signed>{" "}
      <small>
        <Signed value={Number.isFinite(usd) ? usd : 0} spoken>
          {formatSignedUsd(usd)}
        </Signed>
      </small>
    </span>
  );
}

function costCell({ basis: { shareCost }, vault: { asset } }: VaultBook) {
  if (shareCost === null) return NO_NUMBER;
  return twoUnits(formatToken(shareCost.assets, { symbol: asset.symbol, decimals: 18 }), formatUsd(shareCost.usd));
}
