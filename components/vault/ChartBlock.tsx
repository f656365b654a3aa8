import type { ReactNode } from "react";

type Props = {
  readonly title: string;
  /** Beside the title: a choice, or a unit. */
  readonly aside?: ReactNode;
  /** Under the chart: what it rests on. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
};

/** A small chart under its own heading. */
export function ChartBlock({ title, aside, note, children }: Props) {
  return (
    <div className="chart-block">
      <div className="chart-block-head">
        <h3>{title}</h3>
        {aside}
      </div>
      {children}
      {note ? <p className="text-12 text-ink-3">{note}</p> : null}
    </div>
  );
}
