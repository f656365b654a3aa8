import type { SettlementLaw } from "@/lib/pricing/SettlementLaw";
import type { Product } from "@/lib/products/Product";
import { profitAtExpiry } from "@/lib/products/value";

/** A product, the law of its settlement price, and the prices between which both are looked at. */
export type LawShortfallInput = {
  readonly product: Product;
  readonly law: SettlementLaw;
  /** Ascending, above 0, every strike among them; what lies beyond counts at the ends. */
  readonly levels: readonly number[];
  /** 0.95: the worst 5 %. */
  readonly confidence: number;
};

/**
 * Mean profit in dollars of one unit over the worst share 1 − confidence of the law: what a model's own tail does to the product,
 * from now to its expiry. Between two levels the price is evenly likely and the profit straight; the last piece counts in part.
 */
export function lawShortfall({ product, law, levels, confidence }: LawShortfallInput): number {
  const profits = levels.map((level) => profitAtExpiry(product, level, "usd"));
  const below = levels.map(law.probabilityBelow);
  const ends = [
    { profit: profits[0] ?? Number.NaN, mass: below[0] ?? Number.NaN },
    { profit: profits.at(-1) ?? Number.NaN, mass: 1 - (below.at(-1) ?? Number.NaN) },
  ];
  const pieces = levels.slice(1).map((_, index) => ({
    profit: ((profits[index] ?? Number.NaN) + (profits[index + 1] ?? Number.NaN)) / 2,
    mass: Math.max(0, (below[index + 1] ?? Number.NaN) - (below[index] ?? Number.NaN)),
  }));
  const sorted = [...pieces, ...ends].toSorted((a, b) => a.profit - b.profit);
  const share = 1 - confidence;
  let left = share;
  let sum = 0;
  for (const { profit, mass } of sorted) {
    const taken = Math.min(mass, left);
    sum += taken * profit;
    left -= taken;
    if (left <= 0) break;
  }
  return left <= 1e-9 ? sum / share : Number.NaN;
}
