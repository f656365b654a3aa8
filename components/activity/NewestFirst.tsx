"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/Button";

type Props<Row> = {
  /** The newest first. */
  readonly rows: readonly Row[];
  /** What they are called: "requests". */
  readonly what: string;
  readonly render: (rows: readonly Row[]) => ReactNode;
};

/** So many rows at first, as a screen or two can hold. */
const FIRST = 20;

/** The newest rows, and a way to see the rest. */
export function NewestFirst<Row>({ rows, what, render }: Props<Row>) {
  const [isAll, setIsAll] = useState(false);
  const isCut = !isAll && rows.length > FIRST;
  return (
    <>
      {render(isCut ? rows.slice(0, FIRST) : rows)}
      {isCut ? (
        <div className="mt-3">
          <Button size="sm" onClick={() => setIsAll(true)}>{`Show all ${rows.length} ${what}`}</Button>
        </div>
      ) : null}
    </>
  );
}
