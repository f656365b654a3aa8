import type { Measure, Product } from "./Product";
import { profitCurve } from "./profitCurve";

/**
 * Settlement prices at which a product changes between losing and not losing, ascending.
 * Exact: the profit is straight between strikes, and each piece is solved. A profit that only touches 0 has none there.
 */
export function breakevens(product: Product, measure: Measure): number[] {
  const { pieces } = profitCurve(product, measure);
  const found: number[] = [];
  let before: boolean | undefined;
  for (const piece of pieces) {
    const middleLoses = losesAfter(piece.atFrom, piece.slope);
    if (before !== undefined && before !== middleLoses) found.push(piece.from);
    before = middleLoses;
    if (piece.atFrom === 0 || piece.slope === 0) continue;
    const crossing = piece.from - piece.atFrom / piece.slope;
    if (crossing > piece.from && crossing < piece.to) {
      found.push(crossing);
      before = !middleLoses;
    }
  }
  return found;
}

/** Whether the profit is negative just after the start of a piece. */
function losesAfter(atFrom: number, slope: number): boolean {
  return atFrom < 0 || (atFrom === 0 && slope < 0);
}
