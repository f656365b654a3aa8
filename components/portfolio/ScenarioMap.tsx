"use client";

import { useMemo, useState } from "react";
import { HeatMap, type HeatMapCell } from "@/components/charts/HeatMap";
import { Section } from "@/components/layout/Section";
import { Segmented } from "@/components/ui/Segmented";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { formatStrike } from "@/lib/format/formatPrice";
import { formatSignedCompactUsd } from "@/lib/format/formatUsd";
import { holdingsBook } from "@/lib/risk/holdingsBook";
import { spotVolatilityGrid } from "@/lib/risk/spotVolatilityGrid";
import type { VaultHolding } from "@/lib/risk/vaultHolding";
import { portfolioTotals, spotsOf } from "./portfolioTotals";
import { columnsText, pricedUnderlying } from "./pricedUnderlying";
import type { Portfolio } from "./usePortfolio";

const SPOT_MOVES = [-0.3, -0.2, -0.1, -0.05, 0, 0.05, 0.1, 0.2, 0.3];
const VOLATILITY_MOVES = [0.4, 0.2, 0.1, 0, -0.1, -0.2];

type Unit = "dollars" | "percent";

/** Change of the net value if prices and volatility move now: every option revalued, nothing from Greeks. */
export function ScenarioMap({ portfolio: { holdings } }: { readonly portfolio: Portfolio }) {
  const [unit, setUnit] = useState<Unit>("dollars");
  const isUnpriced = holdings.some((holding) => holding.isUnpriced);
  const options = [
    { value: "dollars", label: "Dollars" },
    { value: "percent", label: "Percent" },
  ] as const;
  return (
    <Section
      title="If the market moves now"
      aside={<Segmented label="Unit" small options={options} value={unit} onChange={setUnit} />}
    >
      <p className="mb-3 text-13 text-ink-2">
        Change in net value if prices move and implied volatility shifts in the same moment.
        {isUnpriced ? " Options without a known volatility are not in it." : ""}
      </p>
      <Grid holdings={holdings} unit={unit} />
    </Section>
  );
}

function Grid({ holdings, unit }: { readonly holdings: readonly VaultHolding[]; readonly unit: Unit }) {
  const grid = useMemo(
    () => spotVolatilityGrid(holdingsBook(holdings), { spotMoves: SPOT_MOVES, volatilityMoves: VOLATILITY_MOVES }),
    [holdings],
  );
  const { netUsd, underlyings } = portfolioTotals(holdings);
  const spots = spotsOf(holdings);
  const name = pricedUnderlying(underlyings);
  const spot = name === undefined ? undefined : spots.get(name);
  return (
    <>
      <HeatMap
        caption="Change in net value by price move and volatility shift"
        corner="Vol, pts"
        columns={SPOT_MOVES.map((move) => ({
          key: String(move),
          head: move === 0 ? "spot" : formatSignedPercent(move, 0),
          note: spot === undefined ? undefined : formatStrike(spot * (1 + move)),
        }))}
        rows={VOLATILITY_MOVES.map((shift, row) => ({
          key: String(shift),
          head: shift === 0 ? "now" : formatSignedPercent(shift, 0).replace("%", ""),
          cells: (grid[row] ?? []).map((change) => cellOf(change, unit, netUsd)),
        }))}
        current={{ column: "0", row: "0" }}
      />
      {name ? <p className="mt-2 text-12 text-ink-3">{columnsText(name, [...spots.keys()])}</p> : null}
    </>
  );
}

/** Less than half a dollar is nothing. */
function cellOf(change: number, unit: Unit, netUsd: number): HeatMapCell {
  if (Math.abs(change) < 0.5) return { value: 0, text: "0" };
  const text = unit === "dollars" ? formatSignedCompactUsd(change) : formatSignedPercent(change / netUsd, 1);
  return { value: change, text };
}
