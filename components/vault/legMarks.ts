import { price8ToNumber } from "@/lib/units/Price8";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import { wadToNumber } from "@/lib/units/Wad";
import type { Fill } from "@/lib/vault/Epoch";
import type { LegValue } from "./Valuation";
import type { VaultFigures } from "./VaultFigures";

/** A leg as it was sold and as it stands, per option on one whole coin, in dollars. Null: not known, never guessed. */
export type LegMark = {
  readonly isPut: boolean;
  readonly side: 1 | -1;
  readonly strike: number;
  /** Options per package. */
  readonly ratio: number;
  /** What the market says of this strike now; null when only the fills tell. */
  readonly volatilityNow: number | null;
  /** What the price of sale implied. */
  readonly volatilityAtSale: number | null;
  /** Price of sale at the opening's spot. */
  readonly fill: number | null;
  /** What today's market would pay for the option as it was sold: as far from spot, as far from expiry. */
  readonly fair: number | null;
  /** The price now, under the model. */
  readonly mark: number | null;
  /** What the leg has brought so far, signed. */
  readonly profit: number | null;
  /** Signed by the side. */
  readonly delta: number | null;
  readonly itmOdds: number | null;
};

export type LegMarksInput = {
  readonly figures: VaultFigures;
  readonly fills: readonly Fill[];
  /** The legs' options now, under the model; null without one. */
  readonly values: readonly LegValue[] | null;
  /** Fair values at the sale; null without a market. */
  readonly fairs: readonly number[] | null;
};

/** The legs of the open epoch, in the policy's order. */
export function legMarks({ figures, fills, values, fairs }: LegMarksInput): readonly LegMark[] {
  const { vault, market, basis, volatility, entry } = figures;
  if (basis === "none") return [];
  const isByMarket = volatility?.ok === true && volatility.source === "market";
  return vault.epoch.legs.map((leg, index): LegMark => {
    const fill = fillPrice(figures, fills, index);
    const now = values?.[index];
    return {
      isPut: leg.isPut,
      side: leg.side,
      strike: price8ToNumber(leg.strike),
      ratio: wadToNumber(leg.ratio),
      volatilityNow: isByMarket ? known(market?.volatilities[index]) : null,
      volatilityAtSale: entry?.ok ? known(entry.volatilities[index]) : null,
      fill,
      fair: known(fairs?.[index]),
      mark: known(now?.price),
      profit: now === undefined || fill === null ? null : known(leg.side * (now.price - fill)),
      delta: now === undefined ? null : known(leg.side * now.delta),
      itmOdds: known(now?.itmOdds),
    };
  });
}

/** Sum over the package, each leg by its ratio; null as soon as one is not known. */
export function packageSum(legs: readonly LegMark[], figure: (leg: LegMark) => number | null): number | null {
  return legs.reduce<number | null>((sum, leg) => {
    const value = figure(leg);
    return sum === null || value === null ? null : sum + leg.ratio * value;
  }, 0);
}

function known(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

/** Mean over this epoch's fills, weighted by size; a price in coins is told at the opening's spot. */
function fillPrice({ vault, product }: VaultFigures, fills: readonly Fill[], leg: number): number | null {
  const ours = fills.filter((fill) => fill.epoch === vault.epoch.number);
  const size = ours.reduce((sum, fill) => sum + wadToNumber(fill.size), 0);
  if (size === 0) return null;
  const paid = ours.reduce((sum, fill) => {
    const price = fill.legPrices[leg];
    return price === undefined ? Number.NaN : sum + tokenToNumber(price, vault.asset.decimals) * wadToNumber(fill.size);
  }, 0);
  const usd = product.deposit === "underlying" ? product.entrySpot : 1;
  return known((paid / size) * usd);
}
