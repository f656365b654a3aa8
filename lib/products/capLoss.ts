import type { Leg } from "./Leg";
import type { Product } from "./Product";
import { profitCurve } from "./profitCurve";
import { leastProfitWithin } from "./worstCase";

/** Where a product loses: as the price falls, or as it rises. */
export type LossSide = "down" | "up";

/** An option that can be bought: its listed strike and what one costs, in dollars. A put caps a fall, a call a rise. */
export type OptionOffer = { readonly strike: number; readonly price: number };

/** One bought option that stops the loss on its side, and what it leaves. Dollars. */
export type LossCap = {
  readonly side: LossSide;
  /** What is bought; its quantity may be a fraction. */
  readonly leg: Leg;
  /** Of all of them. */
  readonly cost: number;
  /** The least profit on that side of spot with the cap, its cost included; finite. */
  readonly worst: number;
};

/** Dollars lost for each dollar the price moves on, beyond the outermost strike of a side; 0 where nothing more is lost. */
export function lossSlope(product: Product, side: LossSide): number {
  const { pieces } = profitCurve(product, "usd");
  const slope = side === "up" ? -(pieces.at(-1)?.slope ?? Number.NaN) : (pieces[0]?.slope ?? Number.NaN);
  return Math.max(0, slope);
}

/**
 * Every way to cap a side with one listed option, ascending in strike: so many that beyond the strike nothing more is lost, the premium that is
 * paid for them in coins counted. Empty where the side loses nothing more. Offers without a price, and calls that cost as much as the coin
 * they are to pay for, cap nothing.
 */
export function lossCaps(product: Product, side: LossSide, offers: readonly OptionOffer[]): readonly LossCap[] {
  const slope = lossSlope(product, side);
  if (!(slope > 0)) return [];
  return offers.flatMap(({ strike, price }): readonly LossCap[] => {
    const inCoins = product.deposit === "underlying" ? price / product.entrySpot : 0;
    const each = side === "up" ? 1 - inCoins : 1 + inCoins;
    if (!(price > 0 && strike > 0 && each > 0)) return [];
    const quantity = roundedUp(slope / each);
    const leg: Leg = { isPut: side === "down", side: 1, strike, quantity };
    const capped = withLossCap(product, { leg, cost: quantity * price });
    const worst = leastProfitWithin(capped, sideOfSpot(product, side));
    return Number.isFinite(worst) ? [{ side, leg, cost: quantity * price, worst }] : [];
  });
}

/** The cheapest cap that leaves no greater loss than `mostLoss` (0 or more) on its side; null where none does. */
export function cheapestCap(caps: readonly LossCap[], mostLoss: number): LossCap | null {
  const enough = caps.filter(({ worst }) => worst >= -mostLoss);
  return enough.reduce<LossCap | null>((best, cap) => (best === null || cap.cost < best.cost ? cap : best), null);
}

/** The product with the option bought: one leg more, its premium paid in the deposit asset at the entry's price. */
export function withLossCap(product: Product, { leg, cost }: Pick<LossCap, "leg" | "cost">): Product {
  const paid = product.deposit === "underlying" ? cost / product.entrySpot : cost;
  return { ...product, legs: [...product.legs, leg], premium: product.premium - paid };
}

function sideOfSpot({ entrySpot }: Product, side: LossSide) {
  return side === "up" ? { from: entrySpot, to: Number.POSITIVE_INFINITY } : { from: 0, to: entrySpot };
}

/** Options come in ten-thousandths; one too few would leave a loss without a bound. */
function roundedUp(quantity: number): number {
  return Math.ceil(Math.round(quantity * 1e8) / 1e4) / 1e4;
}
