"use client";

import { useState } from "react";
import { ChartPicture } from "@/components/charts/ChartPicture";
import { ContributionBars } from "@/components/charts/ContributionBars";
import { Section } from "@/components/layout/Section";
import { Segmented } from "@/components/ui/Segmented";
import { Skeleton } from "@/components/ui/Skeleton";
import { type ContributionKind, contributionRows, contributionSentence } from "./contributionRows";
import { MarginalPart } from "./MarginalPart";
import type { PortfolioLoss } from "./useLoss";
import type { RiskChoice } from "./useRiskChoice";
import type { RiskInputs } from "./useRiskInputs";

type Props = { readonly inputs: RiskInputs; readonly choice: RiskChoice; readonly loss: PortfolioLoss };

const KINDS = [
  { value: "vault", label: "Vault" },
  { value: "leg", label: "Option" },
  { value: "factor", label: "Cause" },
] as const;

/** Whose share of the one-day shortfall is how large: by vault, by option, or by what moves. Shares of each kind add up to all of it. */
export function ContributionSection({ inputs, choice, loss }: Props) {
  const [kind, setKind] = useState<ContributionKind>("vault");
  const summary = loss.estimate?.summary;
  return (
    <Section
      title="Where the risk comes from"
      aside={<Segmented label="By" small options={KINDS} value={kind} onChange={setKind} />}
    >
      <p className="mb-3 text-13 text-ink-2">
        Shares of the one-day expected shortfall at 95%: who loses how much in the worst days of the whole. They add up.
      </p>
      {summary ? (
        <ChartPicture name={`ballast-risk-by-${kind}`} subject="shares of the shortfall">
          <ContributionBars
            rows={contributionRows({ kind, summary, portfolio: inputs.portfolio })}
            summary={contributionSentence({ kind, summary, portfolio: inputs.portfolio })}
          />
        </ChartPicture>
      ) : (
        <Skeleton className="h-64 w-full" />
      )}
      <MarginalPart inputs={inputs} choice={choice} />
    </Section>
  );
}
