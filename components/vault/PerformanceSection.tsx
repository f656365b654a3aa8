"use client";

import { lazy, useMemo, useRef, useState } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { Section } from "@/components/layout/Section";
import { Segmented } from "@/components/ui/Segmented";
import { Skeleton } from "@/components/ui/Skeleton";
import { type Performance, type PerformanceUnit, performance } from "./performance";
import { useSeenOnce } from "./useSeenOnce";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures };

/** As high as the chart with its table's summary. */
const SIZE = "block h-[262px] w-full md:h-[404px]";

const EpochPerformanceChart = lazy(() =>
  import("@/components/charts/EpochPerformanceChart").then((module) => ({ default: module.EpochPerformanceChart })),
);

/** The vault against holding its coin, in dollars or in the coin. The chart's code is loaded when the reader comes near it. */
export function PerformanceSection({ figures }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const isSeen = useSeenOnce(place);
  const [unit, setUnit] = useState<PerformanceUnit>("usd");
  const told = useMemo(() => ({ usd: performance(figures, "usd"), coin: performance(figures, "coin") }), [figures]);
  const coin = figures.vault.underlyingSymbol;
  const shown = told[unit];
  return (
    <Section
      title={`Compared with holding ${coin}`}
      aside={shown ? <Choice epochs={shown.epochs} coin={coin} unit={unit} onChange={setUnit} /> : undefined}
    >
      <div ref={place}>
        {shown === null ? (
          <p className="text-13 text-ink-2">Too few epochs to chart. Every result is in the table.</p>
        ) : isSeen ? (
          <BrowserPart place={<Skeleton className={SIZE} />}>
            <EpochPerformanceChart {...shown} />
          </BrowserPart>
        ) : (
          <Skeleton still className={SIZE} />
        )}
      </div>
      {told.usd && told.coin ? (
        <p className="mt-2 text-12 text-ink-3">
          {resultText(told.usd)} {resultText(told.coin)} {quoteText(figures)}
        </p>
      ) : null}
    </Section>
  );
}

type ChoiceProps = {
  readonly epochs: number;
  readonly coin: string;
  readonly unit: PerformanceUnit;
  readonly onChange: (unit: PerformanceUnit) => void;
};

function Choice({ epochs, coin, unit, onChange }: ChoiceProps) {
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {`${epochs} epochs and this one so far, start = 100`}
      <Segmented
        label="Counted in"
        small
        options={[
          { value: "usd", label: "In US dollars" },
          { value: "coin", label: `In ${coin}` },
        ]}
        value={unit}
        onChange={onChange}
      />
    </span>
  );
}

/** Both units in words, whichever is drawn: `In ETH: the vault +8.2%, holding ETH 0.0%.` */
function resultText({ unitName, vault, holding }: Performance): string {
  return `In ${unitName}: the vault ${vault.change}, holding ${holding.shortName} ${holding.change}.`;
}

function quoteText({ product, vault }: VaultFigures): string {
  return product.deposit === "quote" ? `${vault.asset.symbol} counts as one dollar.` : "";
}
