import { useMemo, useState } from "react";
import { PayoffChart } from "@/components/charts/PayoffChart";
import type { StrikeGrip } from "@/components/charts/StrikeGrip";
import { ModelSwitch } from "@/components/vault/ModelSwitch";
import { payoffLabels } from "@/components/vault/payoffLabels";
import { type PriceRange, payoffAtExpiry, payoffRange, payoffToday } from "@/components/vault/payoffShape";
import type { Scenario } from "@/components/vault/Scenario";
import { ScenarioSliders } from "@/components/vault/ScenarioSliders";
import type { Pricing } from "@/components/vault/usePricing";
import type { ScenarioValuation } from "@/components/vault/Valuation";
import type { QueryWrite } from "@/hooks/useAddressQuery";
import { describeWholePayoff } from "@/lib/format/describePayoff";
import { formatStrike } from "@/lib/format/formatPrice";
import { formatUsd } from "@/lib/format/formatUsd";
import type { BuildFigures, LegPrice } from "./BuildFigures";
import type { Draft } from "./Draft";
import { withStrikeAway, withStrikeNear } from "./editDraft";

export type BuildChartProps = {
  readonly figures: BuildFigures;
  readonly pricing: Pricing;
  readonly valued: ScenarioValuation | null;
  readonly scenario: Scenario;
  readonly onScenario: (scenario: Scenario) => void;
  readonly onDraft: (draft: Draft, how?: QueryWrite) => void;
};

/** The result against the price, whose strikes can be moved. While one is dragged the prices that are drawn stay. */
export function BuildChart({ figures, pricing, valued, scenario, onScenario, onDraft }: BuildChartProps) {
  const { draft, listed, product, market, volatility } = figures;
  const [dragged, setDragged] = useState<PriceRange | null>(null);
  const law = pricing.valuation?.law ?? figures.law;
  const shape = useMemo(() => {
    const still = payoffAtExpiry({ figures, units: 1, law, range: dragged ?? undefined });
    const corners = figures.product.legs.map(({ strike }) => strike);
    return { ...still, ...payoffToday({ figures, units: 1, valued }), strikes: [], corners };
  }, [figures, law, dragged, valued]);
  const labels = useMemo(() => ({ ...payoffLabels(1), share: undefined }), []);
  const drag = (leg: number, price: number) => {
    setDragged((range) => range ?? payoffRange(figures));
    onDraft(withStrikeNear(draft, listed, { leg, price }), "keep");
  };
  const drop = () => {
    if (dragged !== null) onDraft(draft, "push");
    setDragged(null);
  };
  return (
    <>
      <ModelSwitch figures={figures} pricing={pricing} />
      <PayoffChart
        shape={shape}
        labels={labels}
        summary={describeWholePayoff(product)}
        grips={{
          grips: figures.legs.map(gripOf),
          least: listed.strikes[0] ?? 0,
          most: listed.strikes.at(-1) ?? 0,
          onDrag: drag,
          onDrop: drop,
          onStep: (leg, steps) => onDraft(withStrikeAway(draft, listed, { leg, steps }), "replace"),
        }}
        controls={
          market !== null && volatility?.ok ? (
            <ScenarioSliders market={market} headline={volatility.headline} {...{ scenario }} onChange={onScenario} />
          ) : null
        }
      />
    </>
  );
}

function gripOf({ leg, fill }: LegPrice, index: number): StrikeGrip {
  const verb = leg.side < 0 ? "Sell" : "Buy";
  const mark = leg.side < 0 ? "▼" : "△";
  const kind = leg.isPut ? "put" : "call";
  const strike = formatStrike(leg.strike).slice(1);
  return {
    id: `leg-${index}`,
    strike: leg.strike,
    title: `${mark} ${verb} ${strike}`,
    note: `${kind} at ${formatUsd(fill)}`,
    short: `${mark} ${strike}`,
    name: `${verb} ${kind} strike`,
    valueText: `${verb} ${kind}, strike ${formatStrike(leg.strike)}, premium ${formatUsd(fill)}`,
  };
}
