"use client";

import { useState } from "react";
import { HeatMap } from "@/components/charts/HeatMap";
import { Section } from "@/components/layout/Section";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Disclosure } from "@/components/ui/Disclosure";
import { Segmented } from "@/components/ui/Segmented";
import { Signed } from "@/components/ui/Signed";
import { Skeleton } from "@/components/ui/Skeleton";
import { usePricingWorker } from "@/hooks/usePricingWorker";
import type { RiskBook } from "@/lib/risk/RiskBook";
import type { MarginGridResult } from "@/lib/risk/stress/marginGridResult";
import { MARGIN_GRIDS } from "@/lib/risk/stress/marginGrids";
import { farMap, type MarginWorst, rangeMap, worstRows } from "./marginTable";

const [FIRST_GRID] = MARGIN_GRIDS;
const GRIDS = MARGIN_GRIDS.map(({ id, name }) => ({ value: id, label: name.replace(" portfolio margin", "") }));

const COLUMNS: readonly Column<MarginWorst>[] = [
  { key: "name", head: "Coins", rowHeader: true, cell: ({ name }) => name },
  { key: "at", head: "Worst scenario", cell: ({ at }) => <span className="text-ink-2">{at}</span> },
  {
    key: "change",
    head: "Result",
    align: "right",
    cell: ({ change, text }) => (
      <Signed value={change} spoken>
        {text}
      </Signed>
    ),
  },
];

/** The scenarios by which two option markets set their portfolio margin, on this portfolio. */
export function MarginSection({ book }: { readonly book: RiskBook }) {
  const [id, setId] = useState(FIRST_GRID?.id ?? "");
  const grid = MARGIN_GRIDS.find((one) => one.id === id);
  const { answer, failure } = usePricingWorker(grid && { kind: "marginGrid", input: { book, grid } });
  return (
    <Section
      title="Margin scenarios"
      aside={<Segmented label="Market" small options={GRIDS} value={id} onChange={setId} />}
    >
      <p className="mb-3 text-13 text-ink-2">
        The worst case by the shape of another market’s portfolio margin. Nobody asks margin of you here.
      </p>
      <Worst result={answer} failure={failure} />
      {answer ? (
        <Disclosure summary="Every scenario">
          <div className="grid grid-cols-1 gap-2 text-ink">
            <HeatMap {...rangeMap(answer.cells)} />
            <HeatMap {...farMap(answer.cells)} />
          </div>
          <p className="mt-2 text-12 text-ink-3">{grid?.source}</p>
        </Disclosure>
      ) : null}
    </Section>
  );
}

type WorstProps = { readonly result: MarginGridResult | undefined; readonly failure: string | undefined };

function Worst({ result, failure }: WorstProps) {
  if (failure !== undefined) return <p className="text-13 text-ink-2">{failure}</p>;
  if (result === undefined) return <Skeleton className="h-36 w-full" />;
  return (
    <DataTable
      caption="Worst case by margin scenarios"
      columns={COLUMNS}
      rows={worstRows(result)}
      rowKey={({ name }) => name}
      narrow="fit"
    />
  );
}
