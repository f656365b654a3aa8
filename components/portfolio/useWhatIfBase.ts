"use client";

import { useState } from "react";
import { calibrationQuotes } from "@/components/vault/calibrationQuotes";
import type { MarketView } from "@/components/vault/Market";
import { type MarketOf, useMarkets } from "@/hooks/useMarkets";
import { exitOf } from "@/lib/risk/mandate/exitOf";
import type { Exit } from "@/lib/risk/mandate/mandateFigures";
import type { RiskBook } from "@/lib/risk/RiskBook";
import { isSameVault, vaultPartId } from "@/lib/risk/vaultPartId";
import { bookWithUnits } from "@/lib/risk/whatIf/bookWithUnits";
import { type VaultUnit, vaultUnit } from "@/lib/risk/whatIf/vaultUnit";
import type { Fill } from "@/lib/vault/Epoch";
import type { Vault } from "@/lib/vault/Vault";
import type { LawCoins } from "./usePortfolioLaw";
import type { RiskInputs } from "./useRiskInputs";

/** A vault that an amount may be put into or taken out of. */
export type WhatIfVault = {
  readonly vault: Vault;
  /** In small letters, as in a book. */
  readonly id: string;
  /** Null where nothing prices its options. */
  readonly unit: VaultUnit | null;
  /** Dollars of shares that are held: what can be taken out. */
  readonly heldUsd: number;
};

/** A portfolio as it stands for a minute, every vault, and one book in which a dollar of each stands after the portfolio's own parts. */
export type WhatIfBase = {
  readonly stamp: string;
  readonly inputs: RiskInputs;
  readonly vaults: readonly WhatIfVault[];
  /** The vaults with a unit, in the order of their dollars in `book`. */
  readonly priced: readonly (WhatIfVault & { readonly unit: VaultUnit })[];
  readonly book: RiskBook;
  readonly lawCoins: LawCoins;
  readonly exits: ReadonlyMap<string, Exit>;
};

/** What amounts of vaults are weighed against; undefined at first. Stands as long as {@link RiskInputs} does. */
export function useWhatIfBase(inputs: RiskInputs): WhatIfBase | undefined {
  const { vaults } = inputs.portfolio;
  const marketOf = useMarkets(vaults.map(({ underlyingSymbol }) => underlyingSymbol));
  const [base, setBase] = useState<WhatIfBase>();
  const stamp = stampOf({ inputs, vaults, marketOf });
  if (base?.stamp === stamp) return base;
  const next = whatIfBase({ inputs, vaults, marketOf, stamp });
  setBase(next);
  return next;
}

type StampInput = Pick<BaseInput, "inputs" | "vaults" | "marketOf">;

function stampOf({ inputs, vaults, marketOf }: StampInput): string {
  const known = vaults.map(({ chainId, address, epoch, underlyingSymbol }) => {
    const market = marketOf(underlyingSymbol);
    // The first answer has no quotes: they follow with the next.
    return [
      chainId,
      address,
      epoch.number,
      epoch.phase,
      market?.ok,
      market?.ok === true && market.view.quotes.length > 0,
    ];
  });
  return JSON.stringify([inputs.stamp, known]);
}

type BaseInput = {
  readonly inputs: RiskInputs;
  readonly vaults: readonly Vault[];
  readonly marketOf: MarketOf;
  readonly stamp: string;
};

function whatIfBase({ inputs, vaults: all, marketOf, stamp }: BaseInput): WhatIfBase {
  const { portfolio } = inputs;
  const vaults = all.map((vault) => whatIfVault(vault, { inputs, marketOf, fills: portfolio.fillsOf(vault) }));
  const priced = vaults.flatMap((one) => (one.unit === null ? [] : [{ ...one, unit: one.unit }]));
  const book = bookWithUnits(
    portfolio.book,
    priced.map(({ unit }) => unit),
  );
  const freeUsd = (of: Vault) => {
    const holding = portfolio.holdings.find(({ vault }) => isSameVault(vault, of));
    return holding === undefined ? 0 : holding.valueUsd - holding.atRiskUsd;
  };
  return {
    ...{ stamp, inputs, vaults, priced, book },
    lawCoins: lawCoins(inputs, { book, priced, marketOf }),
    exits: new Map([
      ...portfolio.others.exits,
      ...portfolio.wallet.exits,
      ...vaults.map(({ vault, id }) => [id, exitOf(vault, portfolio.now, freeUsd(vault))] as const),
    ]),
  };
}

function whatIfVault(
  vault: Vault,
  {
    inputs: { portfolio },
    marketOf,
    fills,
  }: Pick<BaseInput, "inputs" | "marketOf"> & { readonly fills: readonly Fill[] },
): WhatIfVault {
  const market = marketOf(vault.underlyingSymbol);
  const own = portfolio.book.coins.find(({ symbol }) => symbol === vault.underlyingSymbol);
  const surface = own === undefined ? (market?.ok ? market.view.surface : null) : own.surface;
  const made = market && vaultUnit({ vault, fills, market, now: portfolio.now, surface });
  const holding = portfolio.holdings.find((one) => isSameVault(one.vault, vault));
  return {
    vault,
    id: vaultPartId(vault),
    unit: made?.ok ? made.unit : null,
    heldUsd: holding?.atRiskUsd ?? 0,
  };
}

/** The portfolio's coins as they are there; of any other, what its market and its vaults say. */
function lawCoins(
  { quotes, volatilities, portfolio }: RiskInputs,
  { book, priced, marketOf }: Pick<WhatIfBase, "book" | "priced"> & Pick<BaseInput, "marketOf">,
): LawCoins {
  const others = book.coins.slice(portfolio.book.coins.length).map(({ symbol }) => {
    const market = marketOf(symbol);
    const view = market?.ok ? market.view : null;
    const unit = priced.find((one) => one.unit.coin.symbol === symbol && one.unit.volatility !== null);
    return {
      quotes: view && quotesOf(view),
      volatility: unit?.unit.volatility ?? null,
    };
  });
  return {
    coins: book.coins.map(({ symbol }) => symbol),
    quotes: [...quotes, ...others.map((one) => one.quotes)],
    volatilities: [...volatilities, ...others.map(({ volatility }) => volatility)],
  };
}

/** Undefined while they are on their way. */
function quotesOf(view: MarketView): LawCoins["quotes"][number] {
  if (view.quotes.length === 0) return undefined;
  return { key: `${view.currency} ${view.asOf}`, quotes: calibrationQuotes(view) };
}
