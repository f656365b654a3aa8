"use client";

import { Section } from "@/components/layout/Section";
import { Button } from "@/components/ui/Button";
import { saveFile } from "@/components/ui/saveFile";
import { usePrintedLight } from "@/hooks/usePrintedLight";
import type { Address } from "@/lib/vault/Token";
import { distributionCsv, positionsCsv, walletCsv } from "./portfolioFiles";
import { type ReportInput, reportMethod } from "./reportMethod";

const CSV = "text/csv;charset=utf-8";

export type ReportSectionProps = ReportInput & { readonly accounts: readonly Address[] };

/** The page as a report: of whom, of which block, by which method; to print, and its tables as files. */
export function ReportSection({ accounts, ...input }: ReportSectionProps) {
  usePrintedLight();
  const { portfolio } = input.inputs;
  const summary = input.shown.estimate?.summary;
  const day = input.day.estimate?.summary ?? null;
  return (
    <Section title="Report" aside="Made in your browser">
      <div className="print:hidden mb-4 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => window.print()}>
          Print or save as PDF
        </Button>
        <Button size="sm" onClick={() => saveFile("ballast-positions.csv", positionsCsv(portfolio, day), CSV)}>
          Positions (CSV)
        </Button>
        <Button size="sm" onClick={() => saveFile("ballast-wallet.csv", walletCsv(portfolio.wallet), CSV)}>
          Wallet (CSV)
        </Button>
        {summary ? (
          <Button size="sm" onClick={() => saveFile("ballast-distribution.csv", distributionCsv(summary), CSV)}>
            Distribution (CSV)
          </Button>
        ) : null}
      </div>
      <dl className="report-facts">
        <div>
          <dt>Of</dt>
          <dd className="mono break-all">{accounts.join(" ")}</dd>
        </div>
        {reportMethod(input).map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
