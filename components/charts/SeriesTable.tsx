import { type Column, DataTable } from "@/components/ui/DataTable";
import { Disclosure } from "@/components/ui/Disclosure";
import type { Series } from "./Series";

export type SeriesTableProps = {
  readonly series: readonly Series[];
  readonly valueText: (value: number) => string;
  readonly summary: string;
  readonly caption: string;
  /** What the rows are: "Expiry", "Date". */
  readonly head: string;
};

type Row = { readonly at: number; readonly name: string };

/** The same readings as a table, one row a place. */
export function SeriesTable({ series, valueText, summary, caption, head }: SeriesTableProps) {
  const columns: readonly Column<Row>[] = [
    { key: "place", head, cell: ({ name }) => name, rowHeader: true },
    ...series.map((one): Column<Row> => {
      const values = new Map(one.points.map(({ at, value }) => [at, valueText(value)]));
      return { key: one.name, head: one.name, align: "right", cell: ({ at }) => values.get(at) ?? "" };
    }),
  ];
  return (
    <Disclosure summary={summary}>
      <DataTable
        caption={caption}
        columns={columns}
        rows={places(series)}
        rowKey={({ at }) => String(at)}
        narrow="fit"
      />
    </Disclosure>
  );
}

function places(series: readonly Series[]): readonly Row[] {
  const rows = new Map(series.flatMap(({ points }) => points.map(({ at, name }) => [at, { at, name }] as const)));
  return [...rows.values()].toSorted((a, b) => a.at - b.at);
}
