"use client";

import { useMemo, useState } from "react";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Disclosure } from "@/components/ui/Disclosure";
import { Signed } from "@/components/ui/Signed";
import { Skeleton } from "@/components/ui/Skeleton";
import { MAIN_CONFIDENCE } from "@/lib/risk/loss/LossSummary";
import { marginalShortfalls } from "@/lib/risk/whatIf/marginalShortfalls";
import { ChangesProgress } from "./ChangesProgress";
import { type MarginalRow, marginalRows } from "./marginalRows";
import { isIncomplete } from "./missingHoldings";
import type { RiskChoice } from "./useRiskChoice";
import type { RiskInputs } from "./useRiskInputs";
import { useUnitChanges } from "./useUnitChanges";
import { useWhatIfBase, type WhatIfBase } from "./useWhatIfBase";

type Props = { readonly inputs: RiskInputs; readonly choice: RiskChoice };

/** What a little more of each vault, held or not, would do to the shortfall; computed once somebody looks. */
export function MarginalPart({ inputs, choice }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { holdings, others, wallet } = inputs.portfolio;
  if (isIncomplete({ holdings, others, wallet })) return null;
  return (
    <Disclosure summary="What a little more of each vault would do" onToggle={setOpen}>
      {isOpen ? <Marginals inputs={inputs} choice={choice} /> : null}
    </Disclosure>
  );
}

function Marginals({ inputs, choice }: Props) {
  const base = useWhatIfBase(inputs);
  return base === undefined ? <Skeleton className="h-48 w-full" /> : <MarginalTable base={base} choice={choice} />;
}

const COLUMNS: readonly Column<MarginalRow>[] = [
  {
    key: "name",
    head: "Vault",
    rowHeader: true,
    cell: ({ name, note }) => (
      <>
        <span className="font-medium">{name}</span>
        {note ? <small className="block text-ink-3">{note}</small> : null}
      </>
    ),
  },
  { key: "held", head: "Held", align: "right", cell: ({ held }) => held },
  {
    key: "effect",
    head: "ES for $1,000 more",
    align: "right",
    cell: ({ effect, text }) => (
      <Signed value={effect} spoken>
        {text}
      </Signed>
    ),
  },
  { key: "error", head: "Standard error", align: "right", cell: ({ error }) => error },
];

function MarginalTable({ base, choice: { law, rule } }: { readonly base: WhatIfBase; readonly choice: RiskChoice }) {
  const running = useUnitChanges(base, { law, rule, isWanted: true });
  const { changes } = running;
  const rows = useMemo(
    () => (changes === null ? [] : marginalRows(base.priced, marginalShortfalls(changes, MAIN_CONFIDENCE))),
    [base, changes],
  );
  if (changes === null) return <ChangesProgress running={running} />;
  return (
    <>
      <DataTable
        caption="Effect on the expected shortfall of a little more of each vault"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
        narrow="blocks"
      />
      <p className="mt-2 text-12 text-ink-3">
        One day, 95%. Below zero the vault adds to the loss of the worst days, above zero it takes from it. The slope at
        what is held now, so for small amounts; of less the other way round. What if shows larger ones.
      </p>
    </>
  );
}
