import type { Measure, Product } from "./Product";
import { profitAtEnd, profitCurve } from "./profitCurve";

/** Settlement prices from `from` to `to`, which may be one price; `to` may be ∞. */
export type PriceSpan = { readonly from: number; readonly to: number };

/** An extreme of the profit over every settlement price from 0 to ∞, and every place that reaches it, ascending. */
export type ExtremeCase = { readonly profit: number; readonly at: readonly PriceSpan[] };

/** The least profit and all prices that bring it; −∞ with the span that ends at ∞ (or starts at 0) where the loss has no bound. Exact: no scanning. */
export function worstCase(product: Product, measure: Measure): ExtremeCase {
  return extreme(product, measure, Math.min);
}

/** The most profit and all prices that bring it; ∞ where the gain has no bound. */
export function bestCase(product: Product, measure: Measure): ExtremeCase {
  return extreme(product, measure, Math.max);
}

function extreme(product: Product, measure: Measure, pick: (...values: number[]) => number): ExtremeCase {
  const curve = profitCurve(product, measure);
  const ends = curve.pieces.map((piece) => ({
    ...{ from: piece.from, to: piece.to },
    start: profitAtEnd(curve, piece, "from"),
    end: profitAtEnd(curve, piece, "to"),
  }));
  const profit = pick(...ends.flatMap(({ start, end }) => [start, end]));
  const at: PriceSpan[] = [];
  for (const { from, to, start, end } of ends) {
    if (start === profit) add(at, { from, to: end === profit ? to : from });
    else if (end === profit) add(at, { from: to, to });
  }
  return { profit, at };
}

/** Joins a span to the last one where they touch. */
function add(spans: PriceSpan[], span: PriceSpan): void {
  const last = spans.at(-1);
  if (last !== undefined && span.from <= last.to) spans[spans.length - 1] = { from: last.from, to: span.to };
  else spans.push(span);
}

/**
 * The least profit in dollars over the settlement prices of one span, ends included; −∞ where it falls without end towards ∞. Exact: the
 * profit is straight between strikes.
 */
export function leastProfitWithin(product: Product, { from, to }: PriceSpan): number {
  const curve = profitCurve(product, "usd");
  const values = curve.pieces.flatMap((piece) => {
    const start = Math.max(from, piece.from);
    const end = Math.min(to, piece.to);
    if (start > end || start === Number.POSITIVE_INFINITY) return [];
    const at = (price: number) =>
      price === Number.POSITIVE_INFINITY ? piece.atTo : piece.atFrom + piece.slope * (price - piece.from);
    return [at(start), at(end)];
  });
  return Math.min(...values);
}
