"use client";

import { memo, useRef } from "react";
import { Section } from "@/components/layout/Section";
import { DataTable } from "@/components/ui/DataTable";
import { StatStrip } from "@/components/ui/StatStrip";
import { formatUsd } from "@/lib/format/formatUsd";
import { comparisonColumns } from "./comparisonColumns";
import type { ComparisonRow } from "./comparisonRows";
import { deltaStats } from "./deltaStats";
import { TAIL_NAME } from "./figureTexts";
import type { Market } from "./Market";
import { modelName } from "./modelChoice";
import { useComparison } from "./useComparison";
import { useSeenOnce } from "./useSeenOnce";
import type { ModelChoice } from "./Valuation";
import type { VaultFigures } from "./VaultFigures";

type ModelComparisonProps = {
  readonly figures: VaultFigures;
  readonly market: Market | undefined;
  readonly units: number;
  readonly depositUsd: number;
  /** The model of the figures above. */
  readonly choice: ModelChoice | null;
};

/**
 * What the choice of a model changes, in numbers: the same options under each, for the amount of the payoff. The models are fitted when
 * the reader comes near. A slider does not touch it.
 */
export const ModelComparison = memo(function ModelComparison(props: ModelComparisonProps) {
  const { figures, market, units, depositUsd, choice } = props;
  const place = useRef<HTMLDivElement>(null);
  const isSeen = useSeenOnce(place);
  const rows = useComparison(figures, market, isSeen);
  const columns = comparisonColumns({
    units,
    depositUsd,
    coin: figures.vault.underlyingSymbol,
    chosen: choice,
    base: rows.find((row) => row.choice === "smile")?.figures ?? undefined,
  });
  return (
    <div ref={place}>
      <Section
        title="What the model changes"
        aside={`for ${formatUsd(depositUsd, 0)} deposited; small: against ${modelName("smile")}`}
      >
        <DataTable
          caption="The same options under each model"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.choice}
        />
        <p className="mt-3 text-12 text-ink-3">
          Vega is a different question to each model: one point more of every strike’s volatility, or of today’s
          volatility alone. ES 95% from now: the mean of the worst 1 in 20 results by that model’s own odds, over the
          time left. {TAIL_NAME}, in the page’s head and in the list, is that of the whole epoch: Student-t at the
          volatility of the sale.
          {rows.some(isAtBound) ? " At its bound: the best fit lies outside what the model allows." : null}
        </p>
        {market?.ok ? (
          <section aria-label="Delta by the smile's rule" className="mt-6">
            <h3 className="mb-3 text-13 font-medium">Delta, by what the smile does when the price moves</h3>
            <StatStrip stats={deltaStats({ figures, view: market.view, units, rows })} />
          </section>
        ) : null}
      </Section>
    </div>
  );
});

function isAtBound({ fit }: ComparisonRow): boolean {
  return fit?.fitted?.ok === true && fit.fitted.fit.activeBounds.length > 0;
}
