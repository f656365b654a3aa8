import { type Column, DataTable } from "@/components/ui/DataTable";
import { Disclosure } from "@/components/ui/Disclosure";
import type { PerformancePoint } from "./PerformancePoint";

export type PerformanceTableProps = {
  readonly points: readonly PerformancePoint[];
  readonly vaultName: string;
  readonly holdingName: string;
};

export function PerformanceTable({ points, vaultName, holdingName }: PerformanceTableProps) {
  const columns: readonly Column<PerformancePoint>[] = [
    { key: "date", head: "Date", cell: (point) => point.date, rowHeader: true },
    { key: "vault", head: vaultName, align: "right", cell: (point) => point.vault.toFixed(1) },
    { key: "holding", head: holdingName, align: "right", cell: (point) => point.holding.toFixed(1) },
  ];
  return (
    <Disclosure summary="Show performance as a table">
      <DataTable
        caption="Value of 100 at the start, by epoch"
        columns={columns}
        rows={points}
        rowKey={(point) => point.date}
        narrow="fit"
      />
    </Disclosure>
  );
}
