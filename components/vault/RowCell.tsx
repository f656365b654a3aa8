import type { ReactNode } from "react";
import { CELL, COLUMN_HEADER, ROW_HEADER } from "./tableRoles";

type CellProps = {
  /** Its place in the row's grid; see the list's style sheet. */
  readonly place: "glyph" | "premium" | "realised" | "strikes" | "tail" | "deposits" | "roll";
  readonly children: ReactNode;
};

/** A cell of the vault list: a table to those who listen, a grid that turns into a card on a narrow screen. */
export function RowCell({ place, children }: CellProps) {
  return (
    <td role={CELL} data-cell={place}>
      {children}
    </td>
  );
}

/** The cell that names the row. */
export function NameCell({ children }: { readonly children: ReactNode }) {
  return (
    <th role={ROW_HEADER} scope="row" data-cell="name">
      {children}
    </th>
  );
}

type HeadProps = {
  readonly children: ReactNode;
  /** The second line. */
  readonly note?: string | undefined;
  readonly isRight?: boolean | undefined;
  readonly columns?: number | undefined;
};

/** The head of a column of the vault list. */
export function HeadCell({ children, note, isRight, columns }: HeadProps) {
  return (
    <th role={COLUMN_HEADER} scope="col" colSpan={columns} className={isRight ? "text-right" : undefined}>
      {children}
      {note ? <em>{note}</em> : null}
    </th>
  );
}
