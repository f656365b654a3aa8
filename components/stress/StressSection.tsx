"use client";

import { useMemo, useState } from "react";
import { Section } from "@/components/layout/Section";
import { Button } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { useShocks } from "@/hooks/useShocks";
import { type ListedShock, MOST_OWN_SHOCKS } from "@/lib/risk/stress/listedShocks";
import { LOAN_METHOD } from "./loanWords";
import { ShockDialog } from "./ShockDialog";
import { StressTable } from "./StressTable";
import { type StressInput, stressRows } from "./stressRows";

/** What named shocks, changed ones and one's own would do to the whole portfolio at once. */
export function StressSection({ book, rule, loans }: Required<StressInput>) {
  const { shocks, newId, keep, reset } = useShocks();
  const [opened, setOpened] = useState<ListedShock>();
  const rows = useMemo(() => stressRows(shocks, { book, rule, loans }), [shocks, book, rule, loans]);
  const close = () => setOpened(undefined);
  const isFull = shocks.filter(({ origin }) => origin === "own").length >= MOST_OWN_SHOCKS;
  return (
    <Section title="Stress tests" aside="Instant shocks of the size seen in these events, full revaluation">
      <StressTable rows={rows} onOpen={setOpened} />
      <div className="mt-3 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <Disclosure summary="Where the moves are from">
          <Sources shocks={shocks} hasLoan={loans.length > 0} />
        </Disclosure>
        <Button
          size="sm"
          onClick={() => setOpened(emptyShock(newId))}
          reason={isFull ? `${MOST_OWN_SHOCKS} are kept at most. Remove one first.` : undefined}
        >
          Add your own shock
        </Button>
      </div>
      {opened ? (
        <ShockDialog
          key={opened.id}
          shock={opened}
          isNew={opened.id === newId}
          input={{ book, rule, loans }}
          onClose={close}
          onKeep={(edit) => {
            keep(edit);
            close();
          }}
          onReset={() => {
            reset(opened.id);
            close();
          }}
        />
      ) : null}
    </Section>
  );
}

type SourcesProps = { readonly shocks: readonly ListedShock[]; readonly hasLoan: boolean };

function Sources({ shocks, hasLoan }: SourcesProps) {
  return (
    <>
      <dl className="grid max-w-prose gap-2 text-12 text-ink-2">
        {shocks
          .filter(({ origin }) => origin !== "own")
          .map(({ id, name, source }) => (
            <div key={id}>
              <dt className="font-medium text-ink">{name}</dt>
              <dd>{source}</dd>
            </div>
          ))}
      </dl>
      <p className="mt-2 max-w-prose text-12 text-ink-3">
        A coin that a shock does not name moves like the one of its coins that moves farthest.
        {hasLoan ? ` ${LOAN_METHOD}` : ""}
      </p>
    </>
  );
}

/** Nothing moves until it is typed. */
function emptyShock(id: string): ListedShock {
  return { id, name: "", spotMoves: {}, volatilityMoves: {}, source: "", origin: "own" };
}
