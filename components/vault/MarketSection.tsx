"use client";

import { useMemo } from "react";
import { Section } from "@/components/layout/Section";
import { describeMarket } from "@/lib/format/describeVolatility";
import type { ModelName } from "@/lib/pricing/PricingModel";
import type { FillsPast } from "@/lib/vault/fillsVolatilityHistory";
import type { Market } from "./Market";
import { SmilePart } from "./SmilePart";
import type { VaultFigures } from "./VaultFigures";
import { VolatilityHistoryPart } from "./VolatilityHistoryPart";
import { volatilityHistory } from "./volatilityHistory";

export type MarketSectionProps = {
  readonly figures: VaultFigures;
  readonly past: FillsPast;
  readonly market: Market;
  /** The model the reader chose; its own smile is drawn beside the market's. */
  readonly wanted: ModelName | undefined;
};

/** What the option market says of volatility, now and so far; without one, what the vault's own sales say. */
export function MarketSection({ figures, past, market, wanted }: MarketSectionProps) {
  const view = market.ok ? market.view : null;
  const history = useMemo(() => volatilityHistory(figures, past, view), [figures, past, view]);
  const coin = figures.vault.underlyingSymbol;
  return (
    <Section
      title={`${coin} volatility`}
      aside={view ? describeMarket(market, figures.now) : "by this vault’s own sales alone"}
    >
      {view ? (
        <SmilePart figures={figures} view={view} wanted={wanted} />
      ) : (
        <p className="text-13 text-ink-2">
          {describeMarket(market, figures.now)} So there is no smile, no term structure and no skew to show: what is
          known of volatility is what buyers paid for this vault’s options.
        </p>
      )}
      <VolatilityHistoryPart history={history} hasMarket={view !== null} />
    </Section>
  );
}
