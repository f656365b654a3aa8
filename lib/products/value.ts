import { black } from "@/lib/pricing/black";
import { legsPayoff } from "./Leg";
import { entryValue, type Measure, type Product } from "./Product";

/** Value of one unit at settlement, deposited asset, premium and payoff together. Settlement price above 0. */
export function valueAtExpiry(product: Product, settlementPrice: number, measure: Measure): number {
  return valueWithLegs(product, { spot: settlementPrice, legs: legsPayoff(product.legs, settlementPrice) }, measure);
}

/** Value at settlement less value at entry. */
export function profitAtExpiry(product: Product, settlementPrice: number, measure: Measure): number {
  return valueAtExpiry(product, settlementPrice, measure) - entryValue(product, measure);
}

/** The market in which a product is valued before its expiry. Without a rate the forward is the spot. */
export type ValuationMarket = {
  readonly spot: number;
  readonly timeToExpiryYears: number;
  /** One volatility a leg, in the legs' order, annualised. A missing one makes the value NaN. */
  readonly volatilities: readonly number[];
};

/** Value of one unit now, by Black's formula leg by leg, each at its own volatility. */
export function valueBeforeExpiry(product: Product, market: ValuationMarket, measure: Measure): number {
  return valueWithLegs(product, { spot: market.spot, legs: legsValue(product, market) }, measure);
}

/** Value now less value at entry. */
export function profitBeforeExpiry(product: Product, market: ValuationMarket, measure: Measure): number {
  return valueBeforeExpiry(product, market, measure) - entryValue(product, measure);
}

function legsValue(product: Product, market: ValuationMarket): number {
  return product.legs.reduce((sum, leg, index) => {
    const { price } = black({
      forward: market.spot,
      strike: leg.strike,
      timeToExpiryYears: market.timeToExpiryYears,
      volatility: market.volatilities[index] ?? Number.NaN,
      isPut: leg.isPut,
    });
    return sum + leg.side * leg.quantity * price;
  }, 0);
}

/**
 * Value of one unit whose legs together are worth `legs`, in the quote. Cash and premium are in the deposit asset: the sum is all in
 * dollars or all in the deposit asset.
 */
export function valueWithLegs(
  product: Product,
  at: { readonly spot: number; readonly legs: number },
  measure: Measure,
): number {
  const held = product.cash + product.premium;
  if (product.deposit === "quote") return held + at.legs;
  return measure === "usd" ? held * at.spot + at.legs : held + at.legs / at.spot;
}
