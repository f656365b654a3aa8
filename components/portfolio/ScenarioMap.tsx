"use client";

import { useMemo, useState } from "react";
import { HeatMap, type HeatMapCell } from "@/components/charts/HeatMap";
import { Section } from "@/components/layout/Section";
import { Segmented } from "@/components/ui/Segmented";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { formatSignedCompactUsd } from "@/lib/format/formatUsd";
import { joinedNames } from "@/lib/format/joinedNames";
import { portfolioTotals } from "./portfolioTotals";
import { pricedUnderlying } from "./pricedUnderlying";
import { type RowAxis, scenarioGrid } from "./scenarioAxes";
import type { Portfolio } from "./usePortfolio";
import type { RiskChoice } from "./useRiskChoice";

type Unit = "dollars" | "percent";

const UNITS = [
  { value: "dollars", label: "Dollars" },
  { value: "percent", label: "Percent" },
] as const;
const RULES = [
  { value: "stickyStrike", label: "Strikes keep their volatility" },
  { value: "stickyDelta", label: "Smile moves along" },
] as const;

type Props = { readonly portfolio: Portfolio; readonly choice: Pick<RiskChoice, "rule" | "setRule"> };

/** Change of the net value if the market moves now: every option revalued, nothing from Greeks. */
export function ScenarioMap({ portfolio, choice: { rule, setRule } }: Props) {
  const [unit, setUnit] = useState<Unit>("dollars");
  const [axis, setAxis] = useState<RowAxis>("volatility");
  const { book } = portfolio;
  const axes = [
    { value: "volatility", label: "Volatility" },
    { value: "time", label: "Days" },
    ...(book.coins.length > 1 ? [{ value: "coins" as const, label: "Two coins" }] : []),
  ] as const;
  const hasSmile = book.coins.some(({ surface }) => surface !== null);
  const { missing } = portfolioTotals(portfolio);
  return (
    <Section
      title="If the market moves now"
      aside={<Segmented label="Unit" small options={UNITS} value={unit} onChange={setUnit} />}
    >
      <p className="mb-3 min-h-10 text-13 text-ink-2">
        Change in net value if prices move and {AXIS_WORDS[axis]} in the same moment, every option revalued.
        {missing.length > 0 ? ` Not in it: ${joinedNames(missing)}.` : ""}
      </p>
      <Grid portfolio={portfolio} unit={unit} axis={axis} rule={rule} />
      <div className="mt-3 flex flex-wrap gap-x-4 gap-y-2">
        <Segmented label="Rows" small options={axes} value={axis} onChange={setAxis} />
        {hasSmile ? <Segmented label="Smile" small options={RULES} value={rule} onChange={setRule} /> : null}
      </div>
    </Section>
  );
}

const AXIS_WORDS: Readonly<Record<RowAxis, string>> = {
  volatility: "implied volatility shifts",
  time: "so many days pass",
  coins: "a second coin moves on its own",
};

type GridProps = {
  readonly portfolio: Portfolio;
  readonly unit: Unit;
  readonly axis: RowAxis;
  readonly rule: RiskChoice["rule"];
};

function Grid({ portfolio, unit, axis, rule }: GridProps) {
  const { book } = portfolio;
  const { netUsd, underlyings } = portfolioTotals(portfolio);
  const name = pricedUnderlying(underlyings);
  const priced = Math.max(
    0,
    book.coins.findIndex(({ symbol }) => symbol === name),
  );
  const grid = useMemo(() => scenarioGrid(axis, { book, priced, rule }), [axis, book, priced, rule]);
  const { rows, note, ...heads } = grid;
  return (
    <>
      <HeatMap
        {...heads}
        rows={rows.map(({ changes, ...row }) => ({
          ...row,
          cells: changes.map((change) => cellOf(change, unit, netUsd)),
        }))}
      />
      <p className="mt-2 text-12 text-ink-3">{note}</p>
    </>
  );
}

/** Less than half a dollar is nothing. */
function cellOf(change: number, unit: Unit, netUsd: number): HeatMapCell {
  if (Math.abs(change) < 0.5) return { value: 0, text: "0" };
  const text = unit === "dollars" ? formatSignedCompactUsd(change) : formatSignedPercent(change / netUsd, 1);
  return { value: change, text };
}
