import Link from "next/link";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { formatAddress } from "@/lib/format/formatAddress";
import { formatSpot } from "@/lib/format/formatPrice";
import { formatToken } from "@/lib/format/formatToken";
import { formatUsd } from "@/lib/format/formatUsd";
import { type Clock, formatZonedDate } from "@/lib/format/formatZonedDate";
import { NO_NUMBER } from "@/lib/format/numberText";
import type { CashFlow } from "@/lib/vault/cashFlows";
import type { Vault } from "@/lib/vault/Vault";
import { FLOW_WORDS, type FlowRow } from "./flowRows";
import { TransactionHash } from "./TransactionHash";

/** Every cash flow, the newest first; on a narrow screen one block each. */
export function FlowsTable({ rows, clock }: { readonly rows: readonly FlowRow[]; readonly clock: Clock }) {
  return (
    <DataTable
      caption="Cash flows"
      columns={columnsAt(clock)}
      rows={rows}
      rowKey={({ flow }, index) => `${flow.transaction} ${index}`}
      narrow="blocks"
    />
  );
}

function columnsAt(clock: Clock): readonly Column<FlowRow>[] {
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
      cell: ({ vault }) => (
        <Link href={`/vaults/${vault.chainId}/${vault.address}`} className="font-medium">
          {vaultTitle(vault)}
        </Link>
      ),
    },
    { key: "what", head: "What", cell: whatCell },
    { key: "in", head: "Into the vault", align: "right", cell: (row) => amountCell(row, true) },
    { key: "out", head: "Out of it", align: "right", cell: (row) => amountCell(row, false) },
    { key: "price", head: "Price then", align: "right", cell: priceCell },
    { key: "usd", head: "In dollars", align: "right", cell: ({ flow }) => formatUsd(flow.usd) },
    { key: "transaction", head: "Transaction", cell: ({ flow }) => <TransactionHash hash={flow.transaction} /> },
  ];
}

function whatCell({ flow, vault }: FlowRow) {
  return (
    <>
      {FLOW_WORDS[flow.kind]} {partyText(flow, vault)}
    </>
  );
}

/** How many shares, and whose hands they came from or went to. */
function partyText({ kind, shares, other }: CashFlow, { share }: Vault) {
  if (shares === null) return null;
  const words = kind === "sharesReceived" ? "from" : "to";
  return (
    <small>
      {formatToken(shares, share)}
      {other === null ? null : (
        <>
          {" "}
          {words} <span className="mono">{formatAddress(other)}</span>
        </>
      )}
    </small>
  );
}

function amountCell({ flow, vault }: FlowRow, isIn: boolean) {
  return flow.isIn === isIn ? formatToken(flow.assets, vault.asset) : NO_NUMBER;
}

function priceCell({ flow, vault }: FlowRow) {
  return (
    <span>
      {formatSpot(flow.assetUsd)}
      {flow.sharePrice === null ? null : (
        <small>share {formatToken(flow.sharePrice, { symbol: vault.asset.symbol, decimals: 18 })}</small>
      )}
    </span>
  );
}
