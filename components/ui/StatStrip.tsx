import type { ReactNode } from "react";
import { classNames } from "./classNames";
import { type Tone, toneClass } from "./Tone";

export type Stat = {
  readonly label: string;
  readonly value: ReactNode;
  /** Small text after the value: "per $100". */
  readonly unit?: string | undefined;
  readonly note?: ReactNode;
  readonly tone?: Tone | undefined;
};

/** Four to six figures between two rules; two columns on a narrow screen. */
export function StatStrip({
  stats,
  className,
}: {
  readonly stats: readonly Stat[];
  readonly className?: string | undefined;
}) {
  return (
    <dl className={classNames("stat-strip", className)}>
      {stats.map((stat) => (
        <div key={stat.label}>
          <dt>{stat.label}</dt>
          <dd>
            <div className={classNames("stat-value", toneClass(stat.tone))}>
              {stat.value}
              {stat.unit ? <small>{stat.unit}</small> : null}
            </div>
            {stat.note ? <div className="stat-note">{stat.note}</div> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
