import Link from "next/link";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Tag } from "@/components/ui/Tag";
import { type LifeRow, rowVault } from "./lifeRow";
import { TransactionHash } from "./TransactionHash";

/** Every request, the newest first; on a narrow screen one block each. */
export function RequestsTable({ rows }: { readonly rows: readonly LifeRow[] }) {
  return (
    <DataTable
      caption="Requests"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ key }, index) => `${key} ${index}`}
      narrow="blocks"
    />
  );
}

const COLUMNS: readonly Column<LifeRow>[] = [
  { key: "asked", head: "Asked for", nowrap: true, cell: ({ asked }) => <span className="text-ink-2">{asked}</span> },
  { key: "vault", head: "Vault", rowHeader: true, cell: vaultCell },
  { key: "what", head: "What", cell: ({ what, amount }) => `${what} of ${amount}` },
  { key: "state", head: "State", cell: stateCell },
  { key: "price", head: "Executed at", nowrap: true, cell: executionCell },
  { key: "next", head: "Next step", cell: ({ next }) => next },
  { key: "transaction", head: "Transaction", cell: ({ transaction }) => <TransactionHash hash={transaction} /> },
];

function vaultCell(row: LifeRow) {
  const { title, href } = rowVault(row);
  return (
    <Link href={href} className="font-medium">
      {title}
    </Link>
  );
}

function stateCell({ state, isReady, detail }: LifeRow) {
  return (
    <span className="grid justify-items-start gap-1">
      <Tag tone={isReady ? "accent" : "neutral"}>{state}</Tag>
      {detail === "" ? null : <span className="text-12 text-ink-2">{detail}</span>}
    </span>
  );
}

function executionCell({ execution }: LifeRow) {
  if (execution === null) return <span className="text-ink-3">not executed</span>;
  return (
    <>
      {execution.price} <small>{execution.when}</small>
    </>
  );
}
