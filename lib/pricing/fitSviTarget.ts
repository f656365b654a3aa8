import { fitSviFree } from "./fitSviFree";
import { type SliceTarget, sliceCost } from "./fitSviProblem";

/** One quote of a smile. */
export type SmileQuote = {
  /** k = ln(K/F). */
  readonly k: number;
  /** Annualised, above 0. */
  readonly volatility: number;
  /** Of its squared error in volatility, at least 0; the square of its vega when left out. */
  readonly weight?: number;
};

/** Quotes as a fit takes them, with the start that they give. */
export type PreparedSlice = { readonly target: SliceTarget; readonly wings: Float64Array };

/** A smile of five parameters; below as many strikes a shape is lent to the fit. */
const ENOUGH_STRIKES = 5;
/** What a lent point weighs against all quotes. */
const LENT_WEIGHT = 1e-3;
const LENT_PLACES = [-1.5, -0.75, 0, 0.75, 1.5];
/** Wing quotes keep this share of the weight at the money: their volatility is known as well, but hardly moves a price. */
const LEAST_VEGA_WEIGHT = 1e-3;
/** A unit of ln σ weighs this part of the quotes' own scatter: too little to be seen in the fit, enough to settle what it leaves open. */
const TIE = 0.2;
/** Scatter taken for granted where as many quotes as parameters show none: half a volatility point; lent points count for less. */
const UNKNOWN_SCATTER = 0.005;
const LENT_SCATTER = UNKNOWN_SCATTER * Math.sqrt(LENT_WEIGHT);

/** Do the quotes hold as many strikes as a slice has parameters? */
export function isWellQuoted(quotes: readonly SmileQuote[]): boolean {
  return new Set(quotes.map(({ k }) => k)).size >= ENOUGH_STRIKES;
}

/**
 * The weight of a quote that brings none: the square of its vega against that at the money, e^(−k²/(σ²T)), so that the fit is one in
 * prices; at least a thousandth.
 */
export function vegaWeight({ k, volatility }: SmileQuote, timeToExpiryYears: number): number {
  return Math.max(Math.exp((-k * k) / (volatility * volatility * timeToExpiryYears)), LEAST_VEGA_WEIGHT);
}

/** Are these quotes that a fit can use: finite, time and volatilities above 0, some weight? */
export function isUsable(quotes: readonly SmileQuote[], timeToExpiryYears: number): boolean {
  if (!(timeToExpiryYears > 0 && timeToExpiryYears < Number.POSITIVE_INFINITY)) return false;
  const isQuote = ({ k, volatility, weight = 1 }: SmileQuote) =>
    Number.isFinite(k) &&
    volatility > 0 &&
    volatility < Number.POSITIVE_INFINITY &&
    weight >= 0 &&
    weight < Number.POSITIVE_INFINITY;
  return quotes.every(isQuote) && quotes.some(({ weight = 1 }) => weight > 0);
}

/**
 * The quotes of one expiry, weighted, and the slice that fits them best without regard to arbitrage. `shape` gives the total variance that is
 * lent where there are fewer than five strikes; its level does not matter.
 */
export function prepareSlice(
  quotes: readonly SmileQuote[],
  timeToExpiryYears: number,
  shape: (k: number) => number,
): PreparedSlice {
  const used = quotes.filter(({ weight = 1 }) => weight > 0);
  const isLent = !isWellQuoted(used);
  const points = used.map((quote) => pointOf(quote, timeToExpiryYears));
  const all = isLent ? [...points, ...lentPoints(points, timeToExpiryYears, shape)] : points;
  const target = targetOf(all, timeToExpiryYears);
  const free = fitSviFree(target);
  const tied = { ...target, tie: TIE * (isLent ? LENT_SCATTER : scatterOf(target, free)) };
  return { target: tied, wings: tied.tie > 0 ? fitSviFree(tied, free) : free };
}

/** What the quotes lie off the best slice, by the degrees of freedom that it leaves them. */
function scatterOf(target: SliceTarget, wings: Float64Array): number {
  const count = target.k.length;
  if (count <= ENOUGH_STRIKES) return UNKNOWN_SCATTER;
  return Math.sqrt((2 * sliceCost(target, wings, 0) * count) / (count - ENOUGH_STRIKES));
}

type Point = { readonly k: number; readonly volatility: number; readonly weight: number };

function pointOf({ k, volatility, weight }: SmileQuote, timeToExpiryYears: number): Point {
  return { k, volatility, weight: weight ?? vegaWeight({ k, volatility }, timeToExpiryYears) };
}

/** Points of the lent shape around the money, moved to the quotes' level. */
function lentPoints(
  points: readonly Point[],
  timeToExpiryYears: number,
  shape: (k: number) => number,
): readonly Point[] {
  const weight = points.reduce((sum, point) => sum + point.weight, 0);
  const ratio =
    points.reduce(
      (sum, { k, volatility, weight: own }) => sum + (own * volatility * volatility * timeToExpiryYears) / shape(k),
      0,
    ) / weight;
  const deviation = Math.sqrt(ratio * shape(0));
  return LENT_PLACES.map((place) => {
    const k = place * deviation;
    return { k, volatility: Math.sqrt((ratio * shape(k)) / timeToExpiryYears), weight: LENT_WEIGHT * weight };
  });
}

function targetOf(points: readonly Point[], timeToExpiryYears: number): SliceTarget {
  const weight = points.reduce((sum, point) => sum + point.weight, 0);
  const pull = ({ volatility, weight: own }: Point) => Math.sqrt(own / weight) / (2 * volatility * timeToExpiryYears);
  const middle = points.reduce((sum, point) => sum + point.weight * point.k, 0) / weight;
  const spread = points.reduce((sum, point) => sum + point.weight * (point.k - middle) ** 2, 0) / weight;
  const variance = Float64Array.from(points, ({ volatility }) => volatility * volatility * timeToExpiryYears);
  return {
    timeToExpiryYears,
    k: Float64Array.from(points, ({ k }) => k),
    variance,
    pull: Float64Array.from(points, pull),
    middle,
    width: Math.sqrt(Math.max(spread, 1e-2 * Math.min(...variance))),
    tie: 0,
  };
}
