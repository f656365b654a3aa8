"use client";

import dynamic from "next/dynamic";
import { useMemo, useRef } from "react";
import { Section } from "@/components/layout/Section";
import { Skeleton } from "@/components/ui/Skeleton";
import { performance } from "./performance";
import { useSeenOnce } from "./useSeenOnce";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures };

/** As high as the chart with its table's summary. */
const PLACE = <Skeleton className="block h-[262px] w-full md:h-[404px]" />;

const EpochPerformanceChart = dynamic(
  () => import("@/components/charts/EpochPerformanceChart").then((module) => module.EpochPerformanceChart),
  { ssr: false, loading: () => PLACE },
);

/** The vault against holding its coin. The chart's code is loaded when the reader comes near it. */
export function PerformanceSection({ figures }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const isSeen = useSeenOnce(place);
  const told = useMemo(() => performance(figures), [figures]);
  const coin = figures.vault.underlyingSymbol;
  return (
    <Section
      title={`Compared with holding ${coin}`}
      aside={told ? `${told.epochs} epochs and this one so far, in USD, start = 100` : undefined}
    >
      <div ref={place}>
        {told === null ? (
          <p className="text-13 text-ink-2">Too few epochs to chart. Every result is in the table.</p>
        ) : isSeen ? (
          <EpochPerformanceChart
            points={told.points}
            vault={told.vault}
            holding={told.holding}
            summary={told.summary}
          />
        ) : (
          PLACE
        )}
      </div>
    </Section>
  );
}
