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

/** What an account has, what waits for it, and what moves it. */
export function LivePortfolio({ account }: { readonly account: Address }) {
  const { portfolio, error } = usePortfolio(account);
  return (
    <>
      <ReadOnlyNotice />
      {error ? (
        <div className="pt-6">
          <ReadFailure error={error} readAt={portfolio?.holdings[0]?.vault.blockTimestamp} />
        </div>
      ) : null}
      {portfolio ? <Filled portfolio={portfolio} /> : error ? null : <PortfolioSkeleton />}
    </>
  );
}

function Filled({ portfolio }: { readonly portfolio: Portfolio }) {
  if (portfolio.holdings.length === 0) return <EmptyPortfolio />;
  return (
    <>
      <NetValue portfolio={portfolio} />
      <RiskStrip portfolio={portfolio} />
      <Inbox portfolio={portfolio} />
      <Section title="Positions" aside="Greeks are yours, not per unit">
        <PositionsTable portfolio={portfolio} />
        <p className="mt-4 text-13 text-ink-2">
          Who may take your tokens or act for you is under{" "}
          <Link className="link" href="/rights">
            Permissions
          </Link>
          .
        </p>
      </Section>
      <TwoColumns>
        <ScenarioMap portfolio={portfolio} />
        <Section title="Greeks by underlying" aside="Sums over all your vaults">
          <GreeksTable portfolio={portfolio} />
        </Section>
      </TwoColumns>
    </>
  );
}
