import { type Column, DataTable } from "@/components/ui/DataTable";
import { Disclosure } from "@/components/ui/Disclosure";
import type { TailLabels, TailShape } from "./TailShape";

type Row = { readonly loss: number; readonly beyond: number; readonly fitted: number };

export type TailTableProps = { readonly shape: TailShape; readonly labels: TailLabels };

/** The same points as a table: the share of scenarios beyond each loss, and the share that the law has there. */
export function TailTable({ shape: { points, law }, labels }: TailTableProps) {
  const fitted = new Map(law.map(({ loss, beyond }) => [loss, beyond]));
  const rows = points.map(({ loss, beyond }) => ({ loss, beyond, fitted: fitted.get(loss) ?? Number.NaN }));
  const columns: readonly Column<Row>[] = [
    { key: "loss", head: "Loss", rowHeader: true, cell: ({ loss }) => labels.loss(loss) },
    { key: "beyond", head: labels.points, align: "right", cell: ({ beyond }) => labels.share(beyond) },
    { key: "fitted", head: labels.law, align: "right", cell: ({ fitted: share }) => labels.share(share) },
  ];
  return (
    <Disclosure summary={labels.table.summary}>
      <DataTable
        caption={labels.table.caption}
        columns={columns}
        rows={rows}
        rowKey={({ loss }) => String(loss)}
        narrow="fit"
      />
    </Disclosure>
  );
}
