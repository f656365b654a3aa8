import type { SettlementLaw } from "@/lib/pricing/SettlementLaw";
import { type Leg, optionPayoff } from "@/lib/products/Leg";
import { outcomeZones } from "@/lib/products/outcomeZones";
import type { Product } from "@/lib/products/Product";
import { profitAtExpiry } from "@/lib/products/value";

/**
 * What an outcome means for a depositor. `quiet`: no option pays, and nothing is lost. `capped`: a deposit in the coin has
 * risen beyond its sold call. `push`: options pay, and it ends well. `partial`: bought options pay back a part of what they
 * cost. `fall` and `rally`: it loses more with every dollar. `stopped`: it loses, and no further.
 */
export type OutcomeClass = "quiet" | "capped" | "push" | "partial" | "fall" | "rally" | "stopped";

/** Settlement prices between two strikes or breakevens, `to` = ∞ for the last. Profits per unit, in dollars. */
export type OutcomePiece = {
  readonly class: OutcomeClass;
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly most: number;
  readonly odds: number;
};

/** Every settlement price from 0 to ∞ with what it means and its odds by the law. */
export function outcomePieces(product: Product, law: SettlementLaw): readonly OutcomePiece[] {
  const cuts = [
    ...outcomeZones(product, "usd").map(({ from }) => from),
    ...product.legs.map(({ strike }) => strike),
  ].sort((a, b) => a - b);
  const edges = [...new Set(cuts), Number.POSITIVE_INFINITY];
  return edges.slice(0, -1).map((from, index): OutcomePiece => {
    const to = edges[index + 1] ?? Number.POSITIVE_INFINITY;
    const ends = [profitFrom(product, from), profitTo(product, from, to)];
    const [least, most] = [Math.min(...ends), Math.max(...ends)];
    const odds = Math.max(0, law.probabilityBelow(to) - law.probabilityBelow(from));
    return { class: classOf(product, { from, to, least, most }), from, to, least, most, odds };
  });
}

type Span = Pick<OutcomePiece, "from" | "to" | "least" | "most">;

/** Profits nearer to each other, or to nothing, than this share of the deposit are the same. */
const SAME = 1e-9;

function classOf(product: Product, span: Span): OutcomeClass {
  const inside = Number.isFinite(span.to) ? (span.from + span.to) / 2 : span.from * 2 + 1;
  const paying = product.legs.filter((leg) => optionPayoff(leg, inside) > 0);
  const scale = product.cash * product.entrySpot * SAME;
  if (span.least >= -scale) return goodClass(product, paying);
  if (span.most - span.least <= scale || isHedged(product, paying)) return "stopped";
  if (product.deposit === "quote" && product.premium < 0) return "partial";
  return profitAtExpiry(product, inside, "usd") < profitFrom(product, span.from) ? "rally" : "fall";
}

function goodClass({ deposit }: Product, paying: readonly Leg[]): OutcomeClass {
  if (paying.length === 0) return "quiet";
  const isCapped = deposit === "underlying" && paying.some(({ side, isPut }) => side < 0 && !isPut);
  return isCapped ? "capped" : "push";
}

/** A coin whose fall a bought put pays for: what is left of it is the put's cost. */
function isHedged({ deposit }: Product, paying: readonly Leg[]): boolean {
  return deposit === "underlying" && paying.some(({ side, isPut }) => side > 0 && isPut);
}

/** A price of 0 is the limit of small prices; dollars have one there. */
function profitFrom(product: Product, price: number): number {
  const profit = profitAtExpiry(product, price, "usd");
  return Math.abs(profit) <= product.cash * product.entrySpot * SAME ? 0 : profit;
}

function profitTo(product: Product, from: number, to: number): number {
  if (Number.isFinite(to)) return profitFrom(product, to);
  const slope = profitAtExpiry(product, from + 2, "usd") - profitAtExpiry(product, from + 1, "usd");
  return Math.abs(slope) <= SAME ? profitFrom(product, from + 1) : slope * Number.POSITIVE_INFINITY;
}
