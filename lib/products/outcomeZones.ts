import type { Measure, Product } from "./Product";
import { profitBounds } from "./profitBounds";
import { isFlat, type ProfitCurve, type ProfitPiece, profitAtEnd, profitCurve } from "./profitCurve";

/**
 * What settlement means in an interval of prices: `fullProfit` and `fullLoss` where the profit stands still at the most
 * and the least it can be, `profit` (0 or more) and `partLoss` where it depends on the price.
 */
export type OutcomeKind = "fullProfit" | "profit" | "partLoss" | "fullLoss";

/** One interval of settlement prices, `to` = ∞ for the last, with the least and the most profit in it. */
export type OutcomeZone = {
  readonly kind: OutcomeKind;
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly most: number;
};

/** All settlement prices from 0 to ∞ as the fewest intervals of one kind each, ascending and without gaps. */
export function outcomeZones(product: Product, measure: Measure): OutcomeZone[] {
  const curve = profitCurve(product, measure);
  const { largestGain, largestLoss } = profitBounds(product, measure);
  const zones: OutcomeZone[] = [];
  for (const piece of curve.pieces.flatMap(cutAtZero)) {
    const zone = zoneOf(curve, piece, { most: largestGain.profit, least: largestLoss.profit });
    const last = zones.at(-1);
    if (last?.kind === zone.kind) zones[zones.length - 1] = joined(last, zone);
    else zones.push(zone);
  }
  return zones;
}

/** A piece as it is, or as two when the profit passes through 0 inside it. */
function cutAtZero(piece: ProfitPiece): ProfitPiece[] {
  if (piece.slope === 0 || piece.atFrom === 0) return [piece];
  const crossing = piece.from - piece.atFrom / piece.slope;
  if (!(crossing > piece.from && crossing < piece.to)) return [piece];
  return [
    { ...piece, to: crossing, atTo: 0 },
    { ...piece, from: crossing, atFrom: 0 },
  ];
}

function zoneOf(
  curve: ProfitCurve,
  piece: ProfitPiece,
  bounds: { readonly most: number; readonly least: number },
): OutcomeZone {
  const start = profitAtEnd(curve, piece, "from");
  const end = profitAtEnd(curve, piece, "to");
  const least = Math.min(start, end);
  const most = Math.max(start, end);
  return {
    kind: kindOf({ least, most, isFlat: isFlat(curve, piece) }, bounds),
    from: piece.from,
    to: piece.to,
    least,
    most,
  };
}

function kindOf(
  piece: { readonly least: number; readonly most: number; readonly isFlat: boolean },
  bounds: { readonly most: number; readonly least: number },
): OutcomeKind {
  const loses = piece.least < 0;
  if (piece.isFlat && loses && piece.least === bounds.least) return "fullLoss";
  if (piece.isFlat && !loses && piece.most === bounds.most) return "fullProfit";
  return loses ? "partLoss" : "profit";
}

function joined(a: OutcomeZone, b: OutcomeZone): OutcomeZone {
  return { ...a, to: b.to, least: Math.min(a.least, b.least), most: Math.max(a.most, b.most) };
}
