"use client";

import { SeriesChart } from "@/components/charts/SeriesChart";
import { formatPercent, formatPoints, formatVolatility } from "@/lib/format/formatPercent";
import { ChartBlock } from "./ChartBlock";
import { historyNote } from "./historyNote";
import type { VolatilityHistory } from "./volatilityHistory";

type Props = { readonly history: VolatilityHistory; readonly hasMarket: boolean };

/** How volatility and skew were at each sale of this vault, and what the market said since it is watched. */
export function VolatilityHistoryPart({ history, hasMarket }: Props) {
  const { money, skew, xTicks } = history;
  if (money.length === 0) {
    return (
      <p className="mt-3 text-13 text-ink-2">No epoch of this vault has sold anything yet: there is no history.</p>
    );
  }
  return (
    <>
      <div className="columns-even mt-6">
        <ChartBlock title="Volatility so far" aside={<span className="text-12 text-ink-3">at the money</span>}>
          <SeriesChart
            series={money}
            xTicks={xTicks}
            valueText={formatVolatility}
            axisText={wholePercent}
            summary={`Volatility so far. ${spanWords(money, formatVolatility)}`}
            table={MONEY_TABLE}
          />
        </ChartBlock>
        <ChartBlock title="Skew so far" aside={<span className="text-12 text-ink-3">puts less calls, points</span>}>
          {skew.length === 0 ? (
            <p className="text-13 text-ink-2">This vault sells one side only, so its own sales tell no skew.</p>
          ) : (
            <SeriesChart
              series={skew}
              xTicks={xTicks}
              valueText={formatPoints}
              axisText={pointsOnAxis}
              summary={`Skew so far. ${spanWords(skew, formatPoints)}`}
              table={SKEW_TABLE}
              hasZero
            />
          )}
        </ChartBlock>
      </div>
      <p className="mt-2 text-12 text-ink-3">{historyNote(history, hasMarket)}</p>
    </>
  );
}

function spanWords(series: VolatilityHistory["money"], text: (value: number) => string): string {
  return series
    .map(({ name, points }) => {
      const values = points.map(({ value }) => value);
      const last = values.at(-1) ?? Number.NaN;
      return `${name}: between ${text(Math.min(...values))} and ${text(Math.max(...values))}, last ${text(last)}.`;
    })
    .join(" ");
}

const MONEY_TABLE = { summary: "Show this history as a table", caption: "Volatility so far", head: "When" };
const SKEW_TABLE = { summary: "Show this history as a table", caption: "Skew so far", head: "When" };
const wholePercent = (volatility: number) => formatPercent(volatility, 0);
const pointsOnAxis = (value: number) => (value === 0 ? "0" : formatPoints(value).replace(" pts", ""));
