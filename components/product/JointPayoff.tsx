"use client";

import { useMemo } from "react";
import { PayoffChart } from "@/components/charts/PayoffChart";
import type { OddsZone, PayoffShape } from "@/components/charts/PayoffShape";
import { Section } from "@/components/layout/Section";
import { Notice } from "@/components/ui/Notice";
import { StatStrip } from "@/components/ui/StatStrip";
import { blackScenario } from "@/components/vault/blackValuation";
import { greeksStats } from "@/components/vault/greeksStats";
import { payoffLabels } from "@/components/vault/payoffLabels";
import { payoffAtExpiry, payoffToday } from "@/components/vault/payoffShape";
import { NOW } from "@/components/vault/Scenario";
import type { ScenarioValuation } from "@/components/vault/Valuation";
import type { VaultFigures } from "@/components/vault/VaultFigures";
import { describePayoff } from "@/lib/format/describePayoff";
import { formatUsd } from "@/lib/format/formatUsd";
import { formatUtcDay } from "@/lib/format/formatUtcDate";

export type JointPayoffProps = {
  /** Null while the weights are none, or when the epochs do not add up. */
  readonly joint: VaultFigures | null;
  /** Whole tokens that the results are told for. */
  readonly units: number;
  readonly isExample: boolean;
};

/** What the vaults bring together at expiry and today, with the Greeks of the sum. */
export function JointPayoff({ joint, units, isExample }: JointPayoffProps) {
  const valued = useMemo(() => joint && valuedNow(joint), [joint]);
  const shape = useMemo(() => joint && shapeOf(joint, units, valued), [joint, units, valued]);
  const labels = useMemo(() => payoffLabels(units), [units]);
  if (joint === null || shape === null) {
    return (
      <Section title="Together">
        <Notice title="No joint payoff to show">
          Weights that add up to 100% are needed, over vaults whose epochs end at the same moment.
        </Notice>
      </Section>
    );
  }
  return (
    <>
      <Section title="Together" aside={`For ${formatUsd(units, 0)}${isExample ? ", as an example" : ""}`}>
        <p className="mb-3 text-12 text-ink-3">{remark(joint)}</p>
        <PayoffChart shape={shape} labels={labels} summary={describePayoff(joint.product, units)} />
      </Section>
      <section aria-label="Greeks of the split" className="mt-6">
        <StatStrip stats={greeksStats({ figures: joint, units, valued })} />
      </section>
    </>
  );
}

/** The sum now, at the volatilities that also value its parts; null without one. */
function valuedNow({ product, market, volatility }: VaultFigures): ScenarioValuation | null {
  if (market === null || !volatility?.ok) return null;
  const choice = volatility.source === "market" ? "smile" : "fills";
  return blackScenario(product, { choice, market }, NOW);
}

/** Vaults that share a strike share its mark. */
function shapeOf(figures: VaultFigures, units: number, valued: ScenarioValuation | null): PayoffShape {
  const shape = { ...payoffAtExpiry({ figures, units, law: figures.law }), ...payoffToday({ figures, units, valued }) };
  const marks = new Map(shape.strikes.map((mark) => [mark.label, mark]));
  return {
    ...shape,
    strikes: [...marks.values()],
    odds: shape.odds && { ...shape.odds, zones: joined(shape.odds.zones) },
  };
}

/** Gains and losses as wholes: where the sum stands still it has not always lost the most it can. */
function joined(zones: readonly OddsZone[]): readonly OddsZone[] {
  const whole: OddsZone[] = [];
  for (const zone of zones) {
    const last = whole.at(-1);
    if (last?.loss === zone.loss) {
      whole[whole.length - 1] = { ...last, to: zone.to, probability: last.probability + zone.probability };
    } else whole.push({ ...zone, name: zone.loss ? "loss" : "profit" });
  }
  return whole;
}

function remark({ basis, vault, now, schedule }: VaultFigures): string {
  if (basis === "none") return "No options are held now: this is what holding the deposit brings, before fees.";
  const epoch = `epoch that ends ${formatUtcDay(schedule.expiry.at, now)}`;
  const price = basis === "offered" ? " Not everything is sold yet: what is on offer counts at its least price." : "";
  return `The ${epoch}, with its strikes and premiums, in US dollars since it opened, before fees. A deposit made now joins the next one, whose strikes on ${vault.underlyingSymbol} are not known yet.${price}`;
}
