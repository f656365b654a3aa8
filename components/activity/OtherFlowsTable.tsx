import Link from "next/link";
import { PROTOCOL_NAME } from "@/components/listed/yieldTexts";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Signed } from "@/components/ui/Signed";
import { vaultHref } from "@/components/vault/vaultHref";
import { formatAddress } from "@/lib/format/formatAddress";
import { formatSignedToken, formatToken } from "@/lib/format/formatToken";
import { type Clock, formatZonedDate } from "@/lib/format/formatZonedDate";
import { grouped, NO_NUMBER } from "@/lib/format/numberText";
import type { YieldVault } from "@/lib/vault/YieldVault";
import { OTHER_FLOW_WORDS, type OtherFlowRow, type OtherResult } from "./otherFlowRows";
import { TransactionHash } from "./TransactionHash";

/** Every flow through another protocol, the newest first. */
export function OtherFlowsTable({ rows, clock }: { readonly rows: readonly OtherFlowRow[]; readonly clock: Clock }) {
  return (
    <DataTable
      caption="Flows in other protocols"
      columns={flowColumns(clock)}
      rows={rows}
      rowKey={({ flow }) => `${flow.blockNumber} ${flow.logIndex}`}
      narrow="blocks"
    />
  );
}

/** What went into each, what came out, what is there. */
export function OtherResultsTable({ results }: { readonly results: readonly OtherResult[] }) {
  return (
    <div className="mb-4">
      <DataTable
        caption="Result by vault of other protocols"
        columns={RESULT_COLUMNS}
        rows={results}
        rowKey={({ vault }) => vault.address}
        narrow="blocks"
      />
    </div>
  );
}

function flowColumns(clock: Clock): readonly Column<OtherFlowRow>[] {
  return [
    {
      key: "at",
      head: "When",
      cell: ({ flow }) => <span className="text-ink-2">{formatZonedDate(flow.at, clock)}</span>,
    },
    {
      key: "vault",
      head: "Vault",
      rowHeader: true,
      cell: ({ vault, entryName }) => (vault ? <VaultLink vault={vault} /> : entryName),
    },
    { key: "what", head: "What", cell: ({ flow }) => OTHER_FLOW_WORDS[flow.kind] },
    { key: "amount", head: "Amount", align: "right", cell: amountText },
    { key: "block", head: "Block", align: "right", cell: ({ flow }) => grouped(String(flow.blockNumber)) },
    { key: "transaction", head: "Transaction", cell: ({ flow }) => <TransactionHash hash={flow.transaction} /> },
  ];
}

/** A token that is not read has no decimals: its amount is in its smallest units. */
function amountText({ flow, vault }: OtherFlowRow): string {
  if (vault !== null) return formatToken(flow.assets, vault.asset);
  return `${grouped(String(flow.assets))} units of ${flow.asset === null ? "the asset" : formatAddress(flow.asset)}`;
}

function VaultLink({ vault }: { readonly vault: YieldVault }) {
  return (
    <Link href={vaultHref(vault)} className="font-medium">
      {vault.name}
    </Link>
  );
}

const RESULT_COLUMNS: readonly Column<OtherResult>[] = [
  { key: "vault", head: "Vault", rowHeader: true, cell: ({ vault }) => <VaultLink vault={vault} /> },
  { key: "protocol", head: "Protocol", cell: ({ vault }) => PROTOCOL_NAME[vault.protocol] },
  {
    key: "in",
    head: "Put in",
    align: "right",
    cell: ({ inAssets, vault }) => formatToken(inAssets, vault.asset),
  },
  {
    key: "out",
    head: "Taken out",
    align: "right",
    cell: ({ outAssets, vault }) => formatToken(outAssets, vault.asset),
  },
  {
    key: "now",
    head: "Worth now",
    align: "right",
    cell: ({ valueAssets, vault }) => formatToken(valueAssets, vault.asset),
  },
  {
    key: "result",
    head: "Result",
    align: "right",
    cell: ({ resultAssets, vault }) =>
      resultAssets === null ? (
        NO_NUMBER
      ) : (
        <Signed value={resultAssets} spoken>
          {formatSignedToken(resultAssets, vault.asset)}
        </Signed>
      ),
  },
];
