"use client";

import { useMemo, useState } from "react";
import { Section } from "@/components/layout/Section";
import { Field } from "@/components/ui/Field";
import { RunProgress } from "@/components/ui/RunProgress";
import { Skeleton } from "@/components/ui/Skeleton";
import { useSmallestLosses } from "@/hooks/useSmallestLosses";
import { bookValue } from "@/lib/risk/bookValues";
import { loanLine } from "./loanWords";
import { typedLoss, USUAL_LOSS } from "./lossSought";
import { type ReverseLine, reverseLines } from "./reverseWords";
import type { StressInput } from "./stressRows";

/** From a loss to the smallest moves that make it. */
export function ReverseSection({ book, rule, loans }: Required<StressInput>) {
  const [text, setText] = useState(USUAL_LOSS);
  const netValue = useMemo(() => bookValue(book), [book]);
  const typed = typedLoss(text, netValue);
  const search = useSmallestLosses(typed.ok ? { book, loss: typed.usd, rule } : undefined);
  const coins = book.coins.map(({ symbol }) => symbol);
  return (
    <Section title="What it takes to lose so much" aside="Smallest moves, full revaluation">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <span className="max-w-80">
          <Field
            label="How much may be lost"
            value={text}
            onChange={setText}
            error={typed.ok ? undefined : typed.fault}
            hint={typed.ok ? typed.understood : undefined}
          />
        </span>
        <SearchProgress search={search} />
      </div>
      {typed.ok ? <Found search={search} coins={coins} /> : null}
      <Loans loans={loans} />
    </Section>
  );
}

function Line({ line: { label, figure, sentence } }: { readonly line: ReverseLine }) {
  return (
    <div className="grid grid-cols-[96px_64px_1fr] gap-x-3 border-hairline border-t py-2 text-13">
      <dt className="text-ink-2">{label}</dt>
      <dd className="text-right font-medium">{figure}</dd>
      <dd className="text-ink-2">{sentence}</dd>
    </div>
  );
}

/** What it takes for each loan, whatever loss is asked for. */
function Loans({ loans }: Pick<Required<StressInput>, "loans">) {
  if (loans.length === 0) return null;
  return (
    <dl className="mt-3">
      {loans.map((loan) => (
        <Line key={`${loan.poolName} ${loan.owner}`} line={loanLine(loan)} />
      ))}
    </dl>
  );
}

type Search = ReturnType<typeof useSmallestLosses>;

/** How far the search is; nothing once it is through, or before there is anything to seek. */
function SearchProgress({
  search: { estimate, isRunning, isOfLastTask, cancel, restart },
}: {
  readonly search: Search;
}) {
  const done = isOfLastTask ? 0 : (estimate?.done ?? 0);
  const of = estimate?.of ?? 1;
  if (!isRunning && (estimate === undefined || done >= of)) return null;
  return (
    <RunProgress
      text={isRunning ? "Searching all directions" : "Not searched to the end"}
      share={done / of}
      isRunning={isRunning}
      onStop={cancel}
      onGoOn={restart}
    />
  );
}

type FoundProps = { readonly search: Search; readonly coins: readonly string[] };

function Found({ search: { estimate, failure, isRunning }, coins }: FoundProps) {
  if (failure !== undefined) return <p className="mt-4 text-13 text-ink-2">{failure}</p>;
  const found = estimate?.losses;
  if (!found) return isRunning ? <Skeleton className="mt-4 h-36 w-full" /> : null;
  return (
    <>
      <dl className="mt-3">
        {reverseLines(found, coins).map((line) => (
          <Line key={line.label} line={line} />
        ))}
      </dl>
      <p className="mt-2 text-12 text-ink-3">
        All coins move by the same percent. Falling adds 1.6 points of volatility for each percent, rising 0.6, as in
        the shocks above; the nearest counts 10% in price like 15 points.
      </p>
    </>
  );
}
