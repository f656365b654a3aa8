import type { Measure, Product } from "./Product";
import { profitAtEnd, profitCurve } from "./profitCurve";

/** A largest gain or loss (signed; ±∞ when it has no bound) and the nearest settlement price, ∞ included, that reaches it. */
export type ProfitBound = { readonly profit: number; readonly at: number };

/** The best and the worst that settlement can bring, over every price from 0 to ∞. */
export function profitBounds(
  product: Product,
  measure: Measure,
): { readonly largestGain: ProfitBound; readonly largestLoss: ProfitBound } {
  const curve = profitCurve(product, measure);
  const ends = curve.pieces.flatMap((piece): ProfitBound[] => [
    { profit: profitAtEnd(curve, piece, "from"), at: piece.from },
    { profit: profitAtEnd(curve, piece, "to"), at: piece.to },
  ]);
  const pick = (better: (a: number, b: number) => boolean): ProfitBound =>
    ends.reduce((best, end) =>
      better(end.profit, best.profit) || (end.profit === best.profit && isNearer(end.at, best.at, product))
        ? end
        : best,
    );
  return { largestGain: pick((a, b) => a > b), largestLoss: pick((a, b) => a < b) };
}

function isNearer(a: number, b: number, product: Product): boolean {
  return Math.abs(a - product.entrySpot) < Math.abs(b - product.entrySpot);
}
