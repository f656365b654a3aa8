import { type Column, DataTable } from "@/components/ui/DataTable";
import { Disclosure } from "@/components/ui/Disclosure";
import { formatOdds } from "@/lib/format/formatPercent";
import type { HistogramBin, HistogramLabels } from "./histogramFrame";

type Props = { readonly bins: readonly HistogramBin[]; readonly labels: HistogramLabels };

/** The same bars as a table. */
export function LossHistogramTable({ bins, labels }: Props) {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  const columns: readonly Column<HistogramBin>[] = [
    {
      key: "range",
      head: "Change in net value",
      rowHeader: true,
      cell: ({ from, to }, index) => {
        if (index === 0) return `below ${labels.bound(to)}`;
        return index === bins.length - 1
          ? `${labels.bound(from)} and above`
          : `${labels.bound(from)} to ${labels.bound(to)}`;
      },
    },
    { key: "count", head: "Scenarios", align: "right", cell: ({ count }) => count.toLocaleString("en-US") },
    {
      key: "share",
      head: "Share",
      align: "right",
      cell: ({ count }) => formatOdds(all === 0 ? Number.NaN : count / all),
    },
  ];
  return (
    <Disclosure summary={labels.table.summary}>
      <DataTable
        caption={labels.table.caption}
        columns={columns}
        rows={bins}
        rowKey={({ from }) => String(from)}
        narrow="fit"
      />
    </Disclosure>
  );
}
