import { legsPayoff } from "./Leg";
import { entryValue, type Measure, type Product } from "./Product";

/**
 * One straight piece of a profit at settlement, over prices from `from` to `to` (`to` may be ∞).
 *
 * The profit is `atFrom + slope · (S − from)`; for a product deposited in the underlying and measured in it, that line is
 * the profit times S, so that it stays straight: its sign is the profit's, and `profitAt` divides.
 */
export type ProfitPiece = {
  readonly from: number;
  readonly to: number;
  readonly atFrom: number;
  readonly atTo: number;
  readonly slope: number;
};

/** A profit at settlement, cut at the strikes, from price 0 to ∞. */
export type ProfitCurve = { readonly pieces: readonly ProfitPiece[]; readonly isTimesPrice: boolean };

/** Amounts below this share of what is at stake are a rounding of a zero. */
const ROUNDING = 1e-12;

/** The profit of a product at settlement as straight pieces: exact, no scanning. Strikes above 0. */
export function profitCurve(product: Product, measure: Measure): ProfitCurve {
  const legs = product.legs.filter((leg) => leg.quantity > 0);
  const strikes = [...new Set(legs.map((leg) => leg.strike))].sort((a, b) => a - b);
  const edges = [0, ...strikes, Number.POSITIVE_INFINITY];
  const line = baseLine(product, measure);
  const valueAt = (price: number): number =>
    snapped(line.atZero + line.slope * price + legsPayoff(legs, price), product, price);
  const pieces = edges.slice(0, -1).map((from, index): ProfitPiece => {
    const to = edges[index + 1] ?? Number.POSITIVE_INFINITY;
    const slope = snapped(
      legs.reduce((sum, leg) => {
        if (leg.isPut) return leg.strike > from ? sum - leg.side * leg.quantity : sum;
        return leg.strike <= from ? sum + leg.side * leg.quantity : sum;
      }, line.slope),
      product,
      0,
    );
    const atFrom = valueAt(from);
    return { from, to, slope, atFrom, atTo: to === Number.POSITIVE_INFINITY ? endless(atFrom, slope) : valueAt(to) };
  });
  return { pieces, isTimesPrice: line.isTimesPrice };
}

/** The profit itself at an end of a piece, as the limit from inside it (±∞ where it has no bound). */
export function profitAtEnd(curve: ProfitCurve, piece: ProfitPiece, end: "from" | "to"): number {
  const price = end === "from" ? piece.from : piece.to;
  const value = end === "from" ? piece.atFrom : piece.atTo;
  if (!curve.isTimesPrice) return value;
  if (price === Number.POSITIVE_INFINITY) return piece.slope;
  if (price === 0) return value === 0 ? piece.slope : value * Number.POSITIVE_INFINITY;
  return value / price;
}

/** Whether the profit does not change over a piece. */
export function isFlat(curve: ProfitCurve, piece: ProfitPiece): boolean {
  if (!curve.isTimesPrice) return piece.slope === 0;
  return (
    Math.abs(piece.atFrom - piece.slope * piece.from) <=
    ROUNDING * Math.max(Math.abs(piece.slope * piece.from), piece.from)
  );
}

function baseLine(product: Product, measure: Measure): { slope: number; atZero: number; isTimesPrice: boolean } {
  const held = product.cash + product.premium;
  if (product.deposit === "quote")
    return { slope: 0, atZero: held - entryValue(product, measure), isTimesPrice: false };
  if (measure === "usd") return { slope: held, atZero: -entryValue(product, measure), isTimesPrice: false };
  return { slope: product.premium, atZero: 0, isTimesPrice: true };
}

function endless(value: number, slope: number): number {
  return slope === 0 ? value : slope * Number.POSITIVE_INFINITY;
}

function snapped(value: number, product: Product, price: number): number {
  const scale =
    product.cash + Math.abs(product.premium) + product.legs.reduce((sum, leg) => sum + leg.quantity, 0) * price;
  return Math.abs(value) <= ROUNDING * scale ? 0 : value;
}
