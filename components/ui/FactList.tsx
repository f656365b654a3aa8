import type { ReactNode } from "react";

export type Fact = { readonly label: string; readonly value: ReactNode; readonly note?: ReactNode };

/** Facts in three columns, each with a note under it. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.value}
            {fact.note ? <small>{fact.note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
