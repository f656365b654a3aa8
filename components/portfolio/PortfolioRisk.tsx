"use client";

import Link from "next/link";
import { AlertsSection } from "@/components/alerts/AlertsSection";
import { Section } from "@/components/layout/Section";
import { TwoColumns } from "@/components/layout/TwoColumns";
import { MarginSection } from "@/components/stress/MarginSection";
import { RelianceSection } from "@/components/stress/RelianceSection";
import { ReverseSection } from "@/components/stress/ReverseSection";
import { StressSection } from "@/components/stress/StressSection";
import type { Address } from "@/lib/vault/Token";
import { ContributionSection } from "./ContributionSection";
import { GreeksTable } from "./GreeksTable";
import { Inbox } from "./Inbox";
import { LoanSection } from "./LoanSection";
import { LossSection } from "./LossSection";
import { NetValue } from "./NetValue";
import { OthersSection } from "./OthersSection";
import { OwnOptionsTable } from "./OwnOptionsTable";
import { PortfolioMandate } from "./PortfolioMandate";
import { PositionsTable } from "./PositionsTable";
import { portfolioTotals } from "./portfolioTotals";
import { ReportSection } from "./ReportSection";
import { RiskStrip } from "./RiskStrip";
import { ScenarioMap } from "./ScenarioMap";
import { type PortfolioLoss, useLoss } from "./useLoss";
import type { Portfolio } from "./usePortfolio";
import { DAY_YEARS, useRiskChoice } from "./useRiskChoice";
import { type RiskInputs, useRiskInputs } from "./useRiskInputs";
import { WalletSection } from "./WalletSection";
import { WhatIfSection } from "./WhatIfSection";

type Props = {
  readonly portfolio: Portfolio;
  readonly accounts: readonly Address[];
  readonly isOwn: boolean;
};

/** The page of a portfolio that holds something: value, requests, and everything that may happen to it. */
export function PortfolioRisk({ portfolio, accounts, isOwn }: Props) {
  const inputs = useRiskInputs(portfolio);
  const choice = useRiskChoice(inputs);
  const { law, rule, horizonYears } = choice;
  const { book, holdings, others, fillsOf } = inputs.portfolio;
  const day = useLoss(inputs, { law, rule, horizonYears: DAY_YEARS });
  const shown = useLoss(inputs, { law, rule, horizonYears });
  return (
    <>
      <NetValue portfolio={portfolio} accounts={accounts} />
      <RiskStrip portfolio={portfolio} loss={day} />
      <Inbox portfolio={portfolio} isOwn={isOwn} />
      <TwoColumns>
        <ScenarioMap portfolio={portfolio} choice={choice} />
        <LossSection inputs={inputs} choice={choice} loss={shown} />
      </TwoColumns>
      <Section title="Positions" aside="Greeks are yours, not per unit. Shares of the expected shortfall add up">
        {portfolio.holdings.length > 0 ? (
          <PositionsTable portfolio={portfolio} shortfallShare={(vault) => shareOf(vault, inputs, day)} />
        ) : null}
        <OwnOptionsTable
          wallet={portfolio.wallet}
          now={portfolio.now}
          shortfallShare={(part) => shareOf(part, inputs, day)}
        />
        <p className="mt-4 text-13 text-ink-2">
          {accounts.map((account) => (
            <span key={account}>
              Every request and cash flow{accounts.length > 1 ? ` of ${account.slice(0, 6)}…${account.slice(-4)}` : ""}{" "}
              is under{" "}
              <Link className="link" href={`/activity/${account}`}>
                Activity
              </Link>
              .{" "}
            </span>
          ))}
          {isOwn ? (
            <>
              Who may take your tokens or act for you is under{" "}
              <Link className="link" href="/rights">
                Permissions
              </Link>
              .
            </>
          ) : null}
        </p>
      </Section>
      <OthersSection others={portfolio.others} shortfallShare={(part) => shareOf(part, inputs, day)} />
      <WalletSection wallet={portfolio.wallet} shortfallShare={(part) => shareOf(part, inputs, day)} />
      <TwoColumns>
        <ContributionSection inputs={inputs} choice={choice} loss={day} />
        <div>
          <Section title="Greeks by underlying" aside="Sums over everything that counts">
            <GreeksTable portfolio={portfolio} />
          </Section>
          <LoanSection inputs={inputs} />
        </div>
      </TwoColumns>
      <StressSection book={book} rule={rule} loans={others.atRisk} />
      <TwoColumns>
        <ReverseSection book={book} rule={rule} loans={others.atRisk} />
        <MarginSection book={book} />
      </TwoColumns>
      <div className="print:hidden">
        <WhatIfSection inputs={inputs} choice={choice} />
      </div>
      {accounts.length === 1 && accounts[0] ? (
        <>
          <PortfolioMandate account={accounts[0]} portfolio={portfolio} day={day} />
          <div className="print:hidden">
            <AlertsSection
              account={accounts[0]}
              portfolio={portfolio}
              shortfall={{ share: shortfallOfValue(portfolio, day), isFinal: isFinal(day) }}
            />
          </div>
        </>
      ) : null}
      <RelianceSection
        holdings={holdings}
        others={others}
        wallet={inputs.portfolio.wallet}
        vaults={inputs.portfolio.vaults}
        fillsOf={fillsOf}
      />
      <ReportSection accounts={accounts} inputs={inputs} choice={choice} day={day} shown={shown} />
    </>
  );
}

function shareOf(vault: string, { portfolio }: RiskInputs, loss: PortfolioLoss): number | undefined {
  const part = portfolio.book.parts.findIndex(({ id }) => id === vault);
  const summary = loss.estimate?.summary;
  const share = summary?.byPart[part];
  return summary && share ? share.value / summary.main.expectedShortfall : undefined;
}

/** The one-day shortfall over the net value; null while it is computed, where something is in neither, and where that is not above 0. */
function shortfallOfValue(portfolio: Portfolio, loss: PortfolioLoss): number | null {
  const { netUsd, missing } = portfolioTotals(portfolio);
  const shortfall = loss.estimate?.summary?.main.expectedShortfall;
  return shortfall === undefined || missing.length > 0 || !(netUsd > 0) ? null : shortfall / netUsd;
}

/** Of all scenarios, and of the portfolio as it stands: neither on its way nor of the task before. */
function isFinal({ isRunning, isOfLastTask, failure }: PortfolioLoss): boolean {
  return !isRunning && !isOfLastTask && failure === undefined;
}
