"use client";

import { PageHeading } from "@/components/layout/PageHeading";
import { ReadOnlyNotice } from "@/components/transaction/ReadOnlyNotice";
import { ReadFailure } from "@/components/vault/ReadFailure";
import type { Address } from "@/lib/vault/Token";
import { EmptyPortfolio } from "./EmptyPortfolio";
import { OthersSection } from "./OthersSection";
import { PortfolioChains } from "./PortfolioChains";
import { PortfolioMandate } from "./PortfolioMandate";
import { PortfolioRisk } from "./PortfolioRisk";
import { PortfolioSkeleton } from "./PortfolioSkeleton";
import { type Portfolio, usePortfolio } from "./usePortfolio";
import { WalletSection } from "./WalletSection";

type LivePortfolioProps = {
  /** One address, or several that are looked at together. */
  readonly accounts: readonly Address[];
  /** The one address is the connected account's: its requests can be acted on. */
  readonly isOwn?: boolean | undefined;
};

/** What addresses have, what waits for them, and what moves it. */
export function LivePortfolio({ accounts, isOwn = false }: LivePortfolioProps) {
  const { portfolio, error, chains } = usePortfolio(accounts);
  return (
    <>
      <ReadOnlyNotice />
      <PortfolioChains chains={chains} />
      {error ? (
        <div className="pt-6">
          <ReadFailure error={error} readAt={portfolio?.holdings[0]?.vault.blockTimestamp} />
        </div>
      ) : null}
      {portfolio ? (
        <Filled portfolio={portfolio} accounts={accounts} isOwn={isOwn} />
      ) : error ? null : (
        <PortfolioSkeleton />
      )}
    </>
  );
}

type FilledProps = { readonly portfolio: Portfolio; readonly accounts: readonly Address[]; readonly isOwn: boolean };

function Filled(props: FilledProps) {
  const { portfolio, accounts, isOwn } = props;
  const [account] = accounts;
  if (portfolio.book.parts.length > 0) return <PortfolioRisk {...props} />;
  const { others } = portfolio;
  return (
    <>
      {others.unpriced.length === 0 ? (
        <EmptyPortfolio isOwn={isOwn} />
      ) : isOwn ? (
        <PageHeading title="Portfolio" lead="Nothing that is held has a price here." />
      ) : null}
      <OthersSection others={others} shortfallShare={() => undefined} />
      <WalletSection wallet={portfolio.wallet} shortfallShare={() => undefined} />
      {isOwn && account ? <PortfolioMandate account={account} portfolio={portfolio} day={null} /> : null}
    </>
  );
}
