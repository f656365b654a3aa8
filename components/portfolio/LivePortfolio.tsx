"use client";

import { PageHeading } from "@/components/layout/PageHeading";
import { Section } from "@/components/layout/Section";
import { ReadOnlyNotice } from "@/components/transaction/ReadOnlyNotice";
import { ReadFailure } from "@/components/vault/ReadFailure";
import { joinedNames } from "@/lib/format/joinedNames";
import type { Address } from "@/lib/vault/Token";
import { EmptyPortfolio } from "./EmptyPortfolio";
import { unpricedNames } from "./missingHoldings";
import { OthersSection } from "./OthersSection";
import { OwnOptionsTable } from "./OwnOptionsTable";
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
  const { others, wallet, now } = portfolio;
  const unpriced = unpricedNames(portfolio);
  return (
    <>
      {unpriced.length === 0 ? <EmptyPortfolio isOwn={isOwn} /> : <Unpriced names={unpriced} isOwn={isOwn} />}
      {wallet.options.length + wallet.cash.length > 0 ? (
        <Section title="Positions">
          <OwnOptionsTable wallet={wallet} now={now} shortfallShare={() => undefined} />
        </Section>
      ) : null}
      <OthersSection others={others} shortfallShare={() => undefined} />
      <WalletSection wallet={wallet} shortfallShare={() => undefined} />
      {isOwn && account ? <PortfolioMandate account={account} portfolio={portfolio} day={null} /> : null}
    </>
  );
}

/** Something is held, and nothing here prices it. */
function Unpriced({ names, isOwn }: { readonly names: readonly string[]; readonly isOwn: boolean }) {
  return (
    <>
      {isOwn ? <PageHeading title="Portfolio" lead="Nothing that is held has a price here." /> : null}
      <p className="pt-4 text-13 text-ink-2 foreign">
        Held without a price here, and in no figure: {joinedNames(names)}.
      </p>
    </>
  );
}
