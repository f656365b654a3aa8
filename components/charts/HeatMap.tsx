import { VisuallyHidden } from "@/components/ui/VisuallyHidden";

export type HeatMapColumn = { readonly key: string; readonly head: string; readonly note?: string | undefined };
export type HeatMapCell = { readonly value: number; readonly text: string };
export type HeatMapRow = { readonly key: string; readonly head: string; readonly cells: readonly HeatMapCell[] };

export type HeatMapProps = {
  readonly caption: string;
  /** What the row heads are: "Vol, pts". */
  readonly corner: string;
  readonly columns: readonly HeatMapColumn[];
  readonly rows: readonly HeatMapRow[];
  /** Keys of the cell that is now; it is outlined. */
  readonly current: { readonly column: string; readonly row: string };
};

const LEVELS = 10;
/** Below 1 it lifts small results out of the ground colour. */
const CURVE = 0.6;

/** A table of results, each cell tinted by its share of the largest one; the figures are in the cells. */
export function HeatMap({ caption, corner, columns, rows, current }: HeatMapProps) {
  const largest = Math.max(...rows.flatMap((row) => row.cells.map((cell) => Math.abs(cell.value))));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-scroll" aria-label={`Table: ${caption}`} tabIndex={0}>
      <table className="heat-map">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.head}
                {column.note ? <small>{column.note}</small> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.head}</th>
              {row.cells.map((cell, index) => {
                const column = columns[index]?.key;
                const now = row.key === current.row && column === current.column;
                return (
                  <td
                    key={column}
                    data-sign={cell.value < 0 ? "loss" : "gain"}
                    data-level={heatLevel(cell.value, largest)}
                    data-current={now || undefined}
                  >
                    {now ? <VisuallyHidden>now: </VisuallyHidden> : null}
                    {cell.text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** 0 to 10: how strong the tint is. Results far below the largest keep at least the first level. */
export function heatLevel(value: number, largest: number): number {
  if (value === 0 || !(largest > 0)) return 0;
  return Math.max(1, Math.round(LEVELS * (Math.abs(value) / largest) ** CURVE));
}
