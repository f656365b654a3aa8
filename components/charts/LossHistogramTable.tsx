import { type Column, DataTable } from "@/components/ui/DataTable";
import { Disclosure } from "@/components/ui/Disclosure";
import { formatOdds } from "@/lib/format/formatPercent";
import { grouped } from "@/lib/format/numberText";
import type { HistogramBin, HistogramLabels } from "./histogramFrame";

type Props = {
  readonly bins: readonly HistogramBin[];
  readonly beyond: { readonly below: number; readonly above: number };
  readonly labels: HistogramLabels;
};

type Row = { readonly range: string; readonly count: number };

/** The same bars as a table, with what lies beyond the picture. */
export function LossHistogramTable({ bins, beyond, labels }: Props) {
  const { bound, table } = labels;
  const rows: readonly Row[] = [
    { range: `below ${bound(bins[0]?.from ?? Number.NaN)}`, count: beyond.below },
    ...bins.map(({ from, to, count }) => ({ range: `${bound(from)} to ${bound(to)}`, count })),
    { range: `above ${bound(bins.at(-1)?.to ?? Number.NaN)}`, count: beyond.above },
  ];
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  const columns: readonly Column<Row>[] = [
    { key: "range", head: "Change in net value", rowHeader: true, cell: ({ range }) => range },
    { key: "count", head: "Scenarios", align: "right", cell: ({ count }) => grouped(String(count)) },
    { key: "share", head: "Share", align: "right", cell: ({ count }) => formatOdds(count / Math.max(1, all)) },
  ];
  return (
    <Disclosure summary={table.summary}>
      <DataTable caption={table.caption} columns={columns} rows={rows} rowKey={({ range }) => range} narrow="fit" />
    </Disclosure>
  );
}
