import type { ReactNode } from "react";

export type CodeWellRow = { readonly name: string; readonly value: ReactNode };

export type CodeWellProps = {
  /** The function or message that is signed. */
  readonly title: string;
  /** Where it goes: contract and address. */
  readonly target: ReactNode;
  readonly rows: readonly CodeWellRow[];
};

/** A decoded call in mono: its name, its target, its arguments in the order of the device. */
export function CodeWell({ title, target, rows }: CodeWellProps) {
  return (
    <div className="code-well">
      <div className="code-well-head">
        <b>{title}</b>
        <span>{target}</span>
      </div>
      <dl>
        {rows.map((row) => (
          <div key={row.name} className="contents">
            <dt>{row.name}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
