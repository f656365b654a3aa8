"use client";

import { useMemo } from "react";
import { PageHeading } from "@/components/layout/PageHeading";
import { Banner } from "@/components/ui/Banner";
import type { Market, MarketView } from "@/components/vault/Market";
import type { QueryWrite } from "@/hooks/useAddressQuery";
import { describeMarketAbsence } from "@/lib/format/describeVolatility";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Vault } from "@/lib/vault/Vault";
import { BuildControls } from "./BuildControls";
import { BuildEmpty } from "./BuildEmpty";
import type { BuildCoin } from "./BuildFigures";
import { BuildWorkspace } from "./BuildWorkspace";
import { type BuildQuery, buildQuery } from "./buildQuery";
import { BUILD_LEAD, BUILD_TITLE } from "./buildTexts";
import { computeBuildFigures } from "./computeBuildFigures";
import type { Draft } from "./Draft";
import { listedExpiries } from "./listedExpiries";
import { resolveDraft } from "./resolveDraft";

export type BuildMarketProps = {
  readonly query: BuildQuery;
  readonly coin: BuildCoin;
  readonly coins: readonly BuildCoin[];
  readonly vaults: readonly Vault[];
  readonly market: Market;
  readonly view: MarketView;
  readonly now: UnixSeconds;
  readonly notes: readonly string[];
  readonly onQuery: (query: string, how: QueryWrite) => void;
};

/** A draft on a market that is there: what chooses its coin, expiry and size, and what it is. */
export function BuildMarket(props: BuildMarketProps) {
  const { query, coin, coins, vaults, market, view, now, onQuery } = props;
  const expiries = useMemo(() => listedExpiries(view, now), [view, now]);
  const place = useMemo(
    () => ({ coin: coin.symbol, spot: coin.spot, now, surface: view.surface, expiries }),
    [coin, now, view, expiries],
  );
  const resolved = useMemo(() => resolveDraft(query, place), [query, place]);
  const outcome = useMemo(
    () => resolved && computeBuildFigures({ draft: resolved.draft, listed: resolved.listed, coin, view, now }),
    [resolved, coin, view, now],
  );
  const change = (draft: Draft, how: QueryWrite = "push") => onQuery(buildQuery(draft), how);
  if (resolved === null || outcome === null || resolved.draft.legs.length === 0) {
    return (
      <BuildEmpty title="No options are listed">{`The market of ${coin.symbol} lists too few strikes to build with.`}</BuildEmpty>
    );
  }
  if (!outcome.ok) {
    return (
      <BuildEmpty title="No prices now">
        {`The structure cannot be priced: ${describeMarketAbsence(outcome.absence)}. Nothing is guessed in place of its prices.`}
      </BuildEmpty>
    );
  }
  const { figures } = outcome;
  const notes = [...props.notes, ...resolved.notes];
  return (
    <>
      <PageHeading
        title={BUILD_TITLE}
        lead={BUILD_LEAD}
        aside={
          <BuildControls
            {...{ figures, expiries, coins }}
            onCoin={(symbol) => onQuery(`?asset=${symbol}`, "push")}
            onDraft={change}
          />
        }
      />
      {notes.length === 0 ? null : (
        <div className="mb-4">
          <Banner tone="info" title="Not everything is as the link asked.">
            {notes.join(" ")}
          </Banner>
        </div>
      )}
      {coin.isSpotStale ? (
        <div className="mb-4">
          <Banner tone="warning" title={`The ${coin.symbol} price is old.`}>
            Values of today use the feed’s last price.
          </Banner>
        </div>
      ) : null}
      <BuildWorkspace {...{ figures, place, view, market, vaults }} onDraft={change} />
    </>
  );
}
