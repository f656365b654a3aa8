"use client";

import { ChartPicture } from "@/components/charts/ChartPicture";
import { LossHistogram } from "@/components/charts/LossHistogram";
import { Section } from "@/components/layout/Section";
import type { Option } from "@/components/ui/Option";
import { Segmented } from "@/components/ui/Segmented";
import { Skeleton } from "@/components/ui/Skeleton";
import type { LossSummary } from "@/lib/risk/loss/LossSummary";
import { LossDetails } from "./LossDetails";
import { LossProgress } from "./LossProgress";
import { captionOf, histogramBins, histogramLabels, histogramMarks, summarySentence } from "./lossPicture";
import { correlationWords, LAW_OPTIONS, lawFault, lawSentence } from "./lossWords";
import type { PortfolioLoss } from "./useLoss";
import type { RiskChoice } from "./useRiskChoice";
import type { RiskInputs } from "./useRiskInputs";

export type LossSectionProps = {
  readonly inputs: RiskInputs;
  readonly choice: RiskChoice;
  readonly loss: PortfolioLoss;
};

/** How much may be gained and lost over a horizon: the distribution, what it rests on, and how sure its figures are. */
export function LossSection({ inputs, choice, loss }: LossSectionProps) {
  const { horizon, horizons, law } = choice;
  const coins = inputs.portfolio.book.coins.map(({ symbol }) => symbol);
  return (
    <Section
      title="Loss distribution"
      aside={<Segmented label="Horizon" small options={horizons} value={horizon} onChange={choice.setHorizon} />}
    >
      <Picture loss={loss} horizon={horizons.find(({ value }) => value === horizon)} />
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Segmented label="Law of prices" small options={LAW_OPTIONS} value={law} onChange={choice.setLaw} />
        <LossProgress loss={loss} />
      </div>
      <p className="mt-2 text-12 text-ink-3">
        {lawSentence(law, loss.days)} {loss.law ? correlationWords(loss.law, coins) : ""}
      </p>
      <LossDetails inputs={inputs} choice={choice} loss={loss} />
    </Section>
  );
}

type PictureProps = { readonly loss: PortfolioLoss; readonly horizon: Option<string> | undefined };

function Picture({ loss, horizon }: PictureProps) {
  const summary = loss.estimate?.summary;
  const fault = loss.law && !loss.law.ok ? lawFault(loss.law.reason) : (loss.estimate?.refused ?? loss.failure);
  if (fault) return <p className="py-12 text-13 text-ink-2">{fault}</p>;
  if (!summary) return <Skeleton className="h-[340px] w-full" />;
  return <Distribution summary={summary} horizonText={horizon?.label ?? ""} />;
}

function Distribution({ summary, horizonText }: { readonly summary: LossSummary; readonly horizonText: string }) {
  return (
    <>
      <p className="mb-3 min-h-10 text-13 text-ink-2">{captionOf(summary)}</p>
      <ChartPicture name="ballast-loss-distribution" subject="loss distribution">
        <LossHistogram
          bins={histogramBins(summary)}
          beyond={summary.histogram}
          tailBelow={-summary.main.valueAtRisk}
          marks={histogramMarks(summary)}
          labels={histogramLabels(summary, horizonText)}
          summary={summarySentence(summary, horizonText)}
        />
      </ChartPicture>
    </>
  );
}
