import type { ReactNode } from "react";

type CellProps = {
  /** Its place in the row's grid; see the list's style sheet. */
  readonly place: "glyph" | "name" | "premium" | "realised" | "strikes" | "tail" | "deposits" | "roll";
  readonly children: ReactNode;
};

/** A cell of the vault list: a table to those who listen, a grid that turns into a card on a narrow screen. */
export function RowCell({ place, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: table elements lose their meaning when they are laid out as a grid
    <span role="cell" data-cell={place}>
      {children}
    </span>
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
    // biome-ignore lint/a11y/useSemanticElements: table elements lose their meaning when they are laid out as a grid
    // biome-ignore lint/a11y/useFocusableInteractive: a head that does not sort takes no focus
    <span role="columnheader" aria-colspan={columns} className={isRight ? "text-right" : undefined}>
      {children}
      {note ? <em>{note}</em> : null}
    </span>
  );
}
