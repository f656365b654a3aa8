import { lognormalProbabilityBelow } from "@/lib/pricing/lognormal";
import { optionPayoff } from "@/lib/products/Leg";
import { outcomeZones } from "@/lib/products/outcomeZones";
import { profitAtExpiry } from "@/lib/products/value";
import { impliedLaw } from "./impliedLaw";
import type { VaultFigures } from "./VaultFigures";

/**
 * What an outcome means for a depositor. `quiet`: no option pays. `capped`: a deposit in the coin has risen beyond its
 * sold call. `push`: options pay, and it still ends well. `fall` and `rally`: it loses more with every dollar.
 * `stopped`: it loses, and no further.
 */
export type OutcomeClass = "quiet" | "capped" | "push" | "fall" | "rally" | "stopped";

/** Settlement prices between two strikes or breakevens, `to` = ∞ for the last. Profits per unit, in dollars. */
export type OutcomePiece = {
  readonly class: OutcomeClass;
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly most: number;
  readonly odds: number;
};

type Priced = Pick<VaultFigures, "product" | "market" | "volatility">;

/** Every settlement price from 0 to ∞ with what it means and its odds; null without a volatility. */
export function outcomePieces(figures: Priced): readonly OutcomePiece[] | null {
  const law = impliedLaw(figures);
  if (law === null) return null;
  const { product } = figures;
  const cuts = [
    ...outcomeZones(product, "usd").map(({ from }) => from),
    ...product.legs.map(({ strike }) => strike),
  ].sort((a, b) => a - b);
  const edges = [...new Set(cuts), Number.POSITIVE_INFINITY];
  return edges.slice(0, -1).map((from, index): OutcomePiece => {
    const to = edges[index + 1] ?? Number.POSITIVE_INFINITY;
    const ends = [profitFrom(product, from), profitTo(product, from, to)];
    const [least, most] = [Math.min(...ends), Math.max(...ends)];
    const odds = lognormalProbabilityBelow(to, law) - lognormalProbabilityBelow(from, law);
    return { class: classOf(product, { from, to, least, most }), from, to, least, most, odds };
  });
}

type Product = VaultFigures["product"];
type Span = Pick<OutcomePiece, "from" | "to" | "least" | "most">;

/** Profits nearer to each other, or to nothing, than this share of the deposit are the same. */
const SAME = 1e-9;

function classOf(product: Product, span: Span): OutcomeClass {
  const inside = Number.isFinite(span.to) ? (span.from + span.to) / 2 : span.from * 2 + 1;
  const paying = product.legs.filter((leg) => optionPayoff(leg, inside) > 0);
  const scale = product.cash * product.entrySpot * SAME;
  if (span.least >= -scale) {
    if (paying.length === 0) return "quiet";
    return product.deposit === "underlying" && product.premium > 0 ? "capped" : "push";
  }
  if (span.most - span.least <= scale) return "stopped";
  return profitAtExpiry(product, inside, "usd") < profitFrom(product, span.from) ? "rally" : "fall";
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
