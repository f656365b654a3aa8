"use client";

import { useMemo, useState } from "react";
import { PayoffChart } from "@/components/charts/PayoffChart";
import { Section } from "@/components/layout/Section";
import { Segmented } from "@/components/ui/Segmented";
import { StatStrip } from "@/components/ui/StatStrip";
import { describePayoff } from "@/lib/format/describePayoff";
import { entryValue } from "@/lib/products/Product";
import type { Position } from "@/lib/vault/Position";
import { type Basis, basisOptions, basisUnits } from "./basisOptions";
import { greeksStats } from "./greeksStats";
import { PayoffRemark } from "./PayoffRemark";
import { payoffLabels } from "./payoffLabels";
import { payoffShape } from "./payoffShape";
import { NOW } from "./Scenario";
import { ScenarioSliders } from "./ScenarioSliders";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures; readonly position: Position | null };

/** The payoff for an amount, at expiry and today, and the Greeks of that amount; the sliders move both. */
export function PayoffSection({ figures, position }: Props) {
  const [chosen, setChosen] = useState<Basis>("round");
  const [scenario, setScenario] = useState(NOW);
  const options = basisOptions(figures, position);
  const basis = options.some(({ value }) => value === chosen) ? chosen : "round";
  const units = basisUnits(figures, basis, position);
  const depositUsd = units * entryValue(figures.product, "usd");
  const shape = useMemo(() => payoffShape({ figures, units, scenario }), [figures, units, scenario]);
  const labels = useMemo(() => payoffLabels(depositUsd), [depositUsd]);
  const { market, volatility, basis: held } = figures;
  return (
    <>
      <Section
        title="Payoff"
        flush
        aside={<Segmented small label="Amounts for" options={options} value={basis} onChange={setChosen} />}
      >
        <PayoffRemark figures={figures} />
        <PayoffChart
          shape={shape}
          labels={labels}
          summary={describePayoff(figures.product, depositUsd)}
          controls={
            held === "sold" && market && volatility?.ok ? (
              <ScenarioSliders
                market={market}
                headline={volatility.headline}
                scenario={scenario}
                onChange={setScenario}
              />
            ) : null
          }
        />
      </Section>
      <section aria-label="Live Greeks" className="mt-6">
        <StatStrip stats={greeksStats({ figures, units, scenario })} />
      </section>
    </>
  );
}
