import { black } from "@/lib/pricing/black";
import { lognormalProbabilityBelow } from "@/lib/pricing/lognormal";
import { price8ToNumber } from "@/lib/units/Price8";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import { wadToNumber } from "@/lib/units/Wad";
import type { Fill } from "@/lib/vault/Epoch";
import type { VaultFigures } from "./VaultFigures";

/** A leg as it was sold and as it stands, per option on one whole coin, in dollars. Null: not known, never guessed. */
export type LegMark = {
  readonly isPut: boolean;
  readonly side: 1 | -1;
  readonly strike: number;
  /** Options per package. */
  readonly ratio: number;
  readonly volatility: number | null;
  /** Price of sale at the opening's spot. */
  readonly fill: number | null;
  /** Black's price now, at the volatility of the sale. */
  readonly mark: number | null;
  /** What the leg has brought so far, signed. */
  readonly profit: number | null;
  /** Signed by the side. */
  readonly delta: number | null;
  /** Odds of ending in the money by the leg's own volatility. */
  readonly itmOdds: number | null;
};

/** The legs of the open epoch, in the policy's order. */
export function legMarks(figures: VaultFigures, fills: readonly Fill[]): readonly LegMark[] {
  const { vault, market, basis } = figures;
  if (basis === "none") return [];
  return vault.epoch.legs.map((leg, index): LegMark => {
    const strike = price8ToNumber(leg.strike);
    const volatility = market?.volatilities[index] ?? null;
    const fill = fillPrice(figures, fills, index);
    const now = market === null || volatility === null ? null : valued({ ...leg, strike }, market, volatility);
    return {
      isPut: leg.isPut,
      side: leg.side,
      strike,
      ratio: wadToNumber(leg.ratio),
      volatility,
      fill,
      mark: now?.price ?? null,
      profit: now === null || fill === null ? null : leg.side * (now.price - fill),
      delta: now === null ? null : leg.side * now.delta,
      itmOdds: now?.itmOdds ?? null,
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

function valued(
  { isPut, strike }: { readonly isPut: boolean; readonly strike: number },
  { spot, timeToExpiryYears }: { readonly spot: number; readonly timeToExpiryYears: number },
  volatility: number,
) {
  const { price, delta } = black({ forward: spot, strike, timeToExpiryYears, volatility, isPut });
  const below = lognormalProbabilityBelow(strike, { forward: spot, timeToExpiryYears, volatility });
  return { price, delta, itmOdds: isPut ? below : 1 - below };
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
  const mean = (paid / size) * usd;
  return Number.isFinite(mean) ? mean : null;
}
