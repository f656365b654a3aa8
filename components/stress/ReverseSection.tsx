"use client";

import { useMemo, useState } from "react";
import { Section } from "@/components/layout/Section";
import { Field } from "@/components/ui/Field";
import { Skeleton } from "@/components/ui/Skeleton";
import { usePricingWorker } from "@/hooks/usePricingWorker";
import { bookValue } from "@/lib/risk/bookValues";
import type { SmallestLosses } from "@/lib/risk/stress/smallestLosses";
import { loanLine } from "./loanWords";
import { typedLoss, USUAL_LOSS } from "./lossSought";
import { type ReverseLine, reverseLines } from "./reverseWords";
import type { StressInput } from "./stressRows";

/** From a loss to the smallest moves that make it. */
export function ReverseSection({ book, rule, loans }: Required<StressInput>) {
  const [text, setText] = useState(USUAL_LOSS);
  const netValue = useMemo(() => bookValue(book), [book]);
  const typed = typedLoss(text, netValue);
  const request = typed.ok ? ({ kind: "smallestLosses", input: { book, loss: typed.usd, rule } } as const) : undefined;
  const { answer, failure, isPending } = usePricingWorker(request);
  const coins = book.coins.map(({ symbol }) => symbol);
  return (
    <Section
      title="What it takes to lose so much"
      aside={isPending ? "Searching…" : "Smallest moves, full revaluation"}
    >
      <div className="max-w-80">
        <Field
          label="How much may be lost"
          value={text}
          onChange={setText}
          error={typed.ok ? undefined : typed.fault}
          hint={typed.ok ? typed.understood : undefined}
        />
      </div>
      {typed.ok ? <Found found={answer} failure={failure} coins={coins} /> : null}
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

type FoundProps = {
  readonly found: SmallestLosses | undefined;
  readonly failure: string | undefined;
  readonly coins: readonly string[];
};

function Found({ found, failure, coins }: FoundProps) {
  if (failure !== undefined) return <p className="mt-4 text-13 text-ink-2">{failure}</p>;
  if (found === undefined) return <Skeleton className="mt-4 h-36 w-full" />;
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
