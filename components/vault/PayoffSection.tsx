"use client";

import { useMemo, useState } from "react";
import { PayoffChart } from "@/components/charts/PayoffChart";
import { Section } from "@/components/layout/Section";
import { Segmented } from "@/components/ui/Segmented";
import { StatStrip } from "@/components/ui/StatStrip";
import { describePayoff } from "@/lib/format/describePayoff";
import { greeksNote, greeksStats } from "./greeksStats";
import { ModelSwitch } from "./ModelSwitch";
import { PayoffRemark } from "./PayoffRemark";
import { payoffLabels } from "./payoffLabels";
import { payoffAtExpiry, payoffToday } from "./payoffShape";
import { NOW } from "./Scenario";
import { ScenarioSliders } from "./ScenarioSliders";
import type { ChosenBasis } from "./useBasis";
import type { Pricing } from "./usePricing";
import { useScenario } from "./useScenario";
import type { VaultFigures } from "./VaultFigures";

type Props = {
  readonly figures: VaultFigures;
  readonly basis: ChosenBasis;
  readonly pricing: Pricing;
};

/** The payoff for an amount, at expiry and today, and the Greeks of that amount; the sliders move both. */
export function PayoffSection({ figures, basis, pricing }: Props) {
  const { options, chosen, choose, units, depositUsd } = basis;
  const [scenario, setScenario] = useState(NOW);
  const valued = useScenario(figures, pricing, scenario);
  const law = pricing.valuation?.law ?? null;
  const still = useMemo(() => payoffAtExpiry({ figures, units, law }), [figures, units, law]);
  const shape = useMemo(
    () => ({ ...still, ...payoffToday({ figures, units, valued }) }),
    [still, figures, units, valued],
  );
  const labels = useMemo(() => payoffLabels(depositUsd), [depositUsd]);
  const { market, volatility, basis: held } = figures;
  const canMove = held === "sold" && market !== null && volatility?.ok === true;
  return (
    <>
      <Section
        title="Payoff"
        flush
        aside={<Segmented small label="Amounts for" options={options} value={chosen} onChange={choose} />}
      >
        <PayoffRemark figures={figures} />
        <ModelSwitch figures={figures} pricing={pricing} />
        <PayoffChart
          shape={shape}
          labels={labels}
          summary={describePayoff(figures.product, depositUsd)}
          controls={
            canMove ? (
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
        <StatStrip stats={greeksStats({ figures, units, valued })} />
        {canMove ? <p className="mt-2 text-12 text-ink-3">{greeksNote(pricing.choice ?? "fills")}</p> : null}
      </section>
    </>
  );
}
