import { type Column, DataTable } from "@/components/ui/DataTable";
import { Disclosure } from "@/components/ui/Disclosure";
import { NO_NUMBER } from "@/lib/format/numberText";
import type { PerformancePoint } from "./PerformancePoint";

export type PerformanceTableProps = {
  readonly points: readonly PerformancePoint[];
  readonly vaultName: string;
  readonly holdingName: string;
  /** "US dollars", "ETH". */
  readonly unitName: string;
};

export function PerformanceTable({ points, vaultName, holdingName, unitName }: PerformanceTableProps) {
  const columns: readonly Column<PerformancePoint>[] = [
    { key: "date", head: "Date", cell: (point) => point.date, rowHeader: true },
    { key: "vault", head: vaultName, align: "right", cell: (point) => levelText(point.vault) },
    { key: "holding", head: holdingName, align: "right", cell: (point) => levelText(point.holding) },
  ];
  return (
    <Disclosure summary="Show performance as a table">
      <DataTable
        caption={`Value of 100 at the start in ${unitName}, by epoch`}
        columns={columns}
        rows={points}
        rowKey={(point) => point.date}
        narrow="fit"
      />
    </Disclosure>
  );
}

function levelText(level: number | null): string {
  return level === null ? NO_NUMBER : level.toFixed(1);
}
