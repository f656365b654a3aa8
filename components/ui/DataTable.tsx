import type { ReactNode } from "react";
import { classNames } from "./classNames";

export type SortDirection = "ascending" | "descending";

export type Column<Row> = {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: Row, index: number) => ReactNode;
  readonly align?: "left" | "right" | undefined;
  /** Its cells name the row. */
  readonly rowHeader?: boolean | undefined;
  readonly onlyWide?: boolean | undefined;
  /** Right-aligned cells never wrap; left-aligned ones do unless this is set. */
  readonly nowrap?: boolean | undefined;
  /** Makes the head a button; `direction` is set while the table is sorted by this column. */
  readonly sort?: { readonly direction: SortDirection | undefined; readonly onSort: () => void } | undefined;
  readonly foot?: ReactNode;
};

export type DataTableProps<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
  /** On a narrow screen: scroll sideways (default), keep the width, put each row on lines of its own, or each cell under its head. */
  readonly narrow?: "scroll" | "fit" | "stack" | "blocks" | undefined;
};

/** A table with a caption for screen readers; its scrolling frame can be reached by keyboard. */
export function DataTable<Row>({ caption, columns, rows, rowKey, narrow = "scroll" }: DataTableProps<Row>) {
  const table = (
    <table className={classNames("table", NARROW_CLASS[narrow])}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={cellClass(column)} aria-sort={column.sort?.direction}>
              <Head column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={rowKey(row, index)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} content={column.cell(row, index)} />
            ))}
          </tr>
        ))}
      </tbody>
      <Foot columns={columns} />
    </table>
  );
  if (narrow !== "scroll") return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-scroll" aria-label={`Table: ${caption}`} tabIndex={0}>
      {table}
    </section>
  );
}

const NARROW_CLASS = { scroll: "table-wide", fit: "", stack: "table-stacked", blocks: "table-blocks" } as const;

function Head<Row>({ column }: { readonly column: Column<Row> }) {
  if (column.sort === undefined) return column.head;
  const arrow = column.sort.direction === "ascending" ? " ↑" : column.sort.direction === "descending" ? " ↓" : "";
  return (
    <button type="button" className="sort-btn" onClick={column.sort.onSort}>
      {column.head}
      <span aria-hidden="true">{arrow}</span>
    </button>
  );
}

function Cell<Row>({ column, content }: { readonly column: Column<Row>; readonly content: ReactNode }) {
  if (column.rowHeader) {
    return (
      <th scope="row" className={cellClass(column)}>
        {content}
      </th>
    );
  }
  const head = typeof column.head === "string" ? column.head : undefined;
  return (
    <td className={cellClass(column)} data-head={head}>
      {content}
    </td>
  );
}

function Foot<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  if (columns.every((column) => column.foot === undefined)) return null;
  return (
    <tfoot>
      <tr>
        {columns.map((column) => (
          <td key={column.key} className={cellClass(column)}>
            {column.foot}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  return (
    classNames(
      column.align === "right" && "align-right",
      column.nowrap && "whitespace-nowrap",
      column.onlyWide && "only-wide",
    ) || undefined
  );
}
