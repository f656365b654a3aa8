"use client";

import Link from "next/link";
import { Section } from "@/components/layout/Section";
import { TwoColumns } from "@/components/layout/TwoColumns";
import { ReadOnlyNotice } from "@/components/transaction/ReadOnlyNotice";
import { ReadFailure } from "@/components/vault/ReadFailure";
import type { Address } from "@/lib/vault/Token";
import { EmptyPortfolio } from "./EmptyPortfolio";
import { GreeksTable } from "./GreeksTable";
import { Inbox } from "./Inbox";
import { NetValue } from "./NetValue";
import { PortfolioSkeleton } from "./PortfolioSkeleton";
import { PositionsTable } from "./PositionsTable";
import { RiskStrip } from "./RiskStrip";
import { ScenarioMap } from "./ScenarioMap";
import { type Portfolio, usePortfolio } from "./usePortfolio";

type LivePortfolioProps = {
  /** One address, or several that are looked at together. */
  readonly accounts: readonly Address[];
  /** The one address is the connected account's: its requests can be acted on. */
  readonly isOwn?: boolean | undefined;
};

/** What addresses have, what waits for them, and what moves it. */
export function LivePortfolio({ accounts, isOwn = false }: LivePortfolioProps) {
  const { portfolio, error } = usePortfolio(accounts);
  return (
    <>
      <ReadOnlyNotice />
      {error ? (
        <div className="pt-6">
          <ReadFailure error={error} readAt={portfolio?.holdings[0]?.vault.blockTimestamp} />
        </div>
      ) : null}
      {portfolio ? <Filled portfolio={portfolio} isOwn={isOwn} /> : error ? null : <PortfolioSkeleton />}
    </>
  );
}

function Filled({ portfolio, isOwn }: { readonly portfolio: Portfolio; readonly isOwn: boolean }) {
  if (portfolio.holdings.length === 0) return <EmptyPortfolio isOwn={isOwn} />;
  return (
    <>
      <NetValue portfolio={portfolio} />
      <RiskStrip portfolio={portfolio} />
      <Inbox portfolio={portfolio} isOwn={isOwn} />
      <TwoColumns>
        <ScenarioMap portfolio={portfolio} />
        <div />
      </TwoColumns>
      <Section title="Positions" aside="Greeks are yours, not per unit">
        <PositionsTable portfolio={portfolio} />
        {isOwn ? (
          <p className="mt-4 text-13 text-ink-2">
            Who may take your tokens or act for you is under{" "}
            <Link className="link" href="/rights">
              Permissions
            </Link>
            .
          </p>
        ) : null}
      </Section>
      <TwoColumns>
        <div />
        <Section title="Greeks by underlying" aside="Sums over all vaults">
          <GreeksTable portfolio={portfolio} />
        </Section>
      </TwoColumns>
    </>
  );
}
