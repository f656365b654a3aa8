import { trapezoidalUntilAgreed } from "@/lib/math/quadrature";
import type { StripRows } from "./characteristicStrip";
import type { HestonConstants } from "./hestonConstants";
import type { Bend } from "./hestonContourNodes";
import { type ContourTable, contourTable, NEGLIGIBLE, reach, TABLE_WIDTH, type TableRange } from "./hestonContourTable";
import { type ContourTerm, contourTerms } from "./hestonContourTerms";

/** Step of the first rule, and how often it may be halved: they choose how soon, not what comes out. */
const FIRST_STEP = 0.25;
const MOST_HALVINGS = 6;
/** The error is squared from rule to rule: two that agree so far leave less than a rounding in the second. */
const AGREEMENT = 1e-8;
const ROUNDING = 1e-13;
/** Numbers kept of a term or an option: C − F, its derivatives in F and F², in √v₀ and T. */
const WIDTH = 5;
const BISECTIONS = 30;

/**
 * Prices a strip of Heston or Bates where the straight line needs too many nodes: correlations near ±1, variance that keeps reaching 0.
 *
 * C − F = K/(2πi) · ∫ e^(sx + ψ(s))/(s(s − 1)) ds over a hyperbola that bends to the right for low x and to the left for high x; nodes
 * grow exponentially along it. Jumps are summed over their number, each with a forward and an added variance of its own. The step is
 * halved, all nodes kept, until two rules agree for every term; false when they never do.
 * Source: A. Lewis (2001); S. Boyarchenko and S. Levendorskiĭ (2019) for the contour; D. Bates (1996) as a mixture.
 */
export function hestonContour(constants: HestonConstants, strip: StripRows): boolean {
  const terms = contourTerms(constants, strip);
  const search: Search = { constants, terms, sums: new Float64Array(terms.length * WIDTH), parting: Number.NaN };
  const before = new Float64Array(2 * terms.length).fill(Number.NaN);
  let step = Number.NaN;
  const isFound = trapezoidalUntilAgreed({
    firstStep: FIRST_STEP,
    mostHalvings: MOST_HALVINGS,
    addNodes: (start, spacing) => addNodes(search, start, spacing),
    isAgreed: (now) => {
      step = now;
      return isAgreed(search.sums, before, step);
    },
  });
  if (isFound) writeRows(strip, gathered(search, strip, step));
  return isFound;
}

type Search = {
  readonly constants: HestonConstants;
  readonly terms: readonly ContourTerm[];
  readonly sums: Float64Array;
  /** Terms at an x below use the bend to the right; set from the first rule's nodes. */
  parting: number;
};

/** Adds one rule's new nodes to the sums of all terms, each on the contour on its side of the parting. */
function addNodes(search: Search, start: number, spacing: number): void {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const { x, isWorthless } of search.terms) {
    if (isWorthless) continue;
    lowest = Math.min(lowest, x);
    highest = Math.max(highest, x);
  }
  if (lowest > highest) return;
  if (start === 0) search.parting = parting(search.constants, { start, spacing, lowest, highest });
  const middle = Math.min(Math.max(search.parting, lowest), highest);
  for (const bend of [1, -1] as const) {
    if (bend > 0 ? lowest >= search.parting : highest < search.parting) continue;
    const range = bend > 0 ? { lowest, highest: middle } : { lowest: middle, highest };
    addTable(search, contourTable(search.constants, { start, spacing, ...range }, bend), bend);
  }
}

/**
 * The log-moneyness at which both contours reach as far: on either side the one that ends sooner is the better.
 * −∞ or +∞ where one of them is the better for all.
 */
function parting(c: HestonConstants, range: TableRange): number {
  const right = contourTable(c, range, 1);
  const left = contourTable(c, range, -1);
  const isRight = (x: number): boolean => reach(right, x) < reach(left, x);
  let { lowest, highest } = range;
  if (!isRight(lowest)) return Number.NEGATIVE_INFINITY;
  if (isRight(highest)) return Number.POSITIVE_INFINITY;
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = 0.5 * (lowest + highest);
    if (isRight(middle)) lowest = middle;
    else highest = middle;
  }
  return highest;
}

function addTable({ terms, sums, parting }: Search, { rows, count }: ContourTable, bend: Bend): void {
  for (let place = 0; place < terms.length; place += 1) {
    const { x, addedVariance, isWorthless } = terms[place] as ContourTerm;
    if (isWorthless || x < parting !== bend > 0) continue;
    const to = place * WIDTH;
    for (let at = 0; at < count * TABLE_WIDTH; at += TABLE_WIDTH) {
      const half = -0.5 * addedVariance;
      const re = (rows[at + 4] as number) + x * (rows[at] as number) + half * (rows[at + 2] as number);
      if (re + (rows[at + 6] as number) < NEGLIGIBLE) continue;
      const im = (rows[at + 5] as number) + x * (rows[at + 1] as number) + half * (rows[at + 3] as number);
      const size = Math.exp(re);
      const valueRe = size * Math.cos(im);
      const valueIm = size * Math.sin(im);
      for (let column = 0; column < WIDTH; column += 1) {
        const from = at + 7 + 2 * column;
        const added = valueRe * (rows[from] as number) - valueIm * (rows[from + 1] as number);
        sums[to + column] = (sums[to + column] as number) + added;
      }
    }
  }
}

/**
 * Price and slope of every term by itself, for a small weight must not make a poor value look good; or the price alone to a rounding, for
 * where the law is almost a point the slope at that point has no value to agree on. Leaves this rule's values for the next.
 */
function isAgreed(sums: Float64Array, before: Float64Array, step: number): boolean {
  const largest = [0, 0];
  for (let place = 0; place < before.length; place += 1) {
    const column = place % 2;
    const value = step * (sums[(WIDTH * (place - column)) / 2 + column] as number);
    const change = Math.abs(value - (before[place] as number));
    if (!(change <= (largest[column] as number))) largest[column] = change;
    before[place] = value;
  }
  const [price = 0, slope = 0] = largest;
  return Math.max(price, slope) <= AGREEMENT || price <= ROUNDING;
}

/** For each option C − F, its derivatives in F (times F) and F² (times F²), in √v₀ and in T: the terms' integrals, weighted. */
function gathered({ constants, terms, sums }: Search, strip: StripRows, step: number): Float64Array {
  const values = new Float64Array(strip.strikes.length * WIDTH);
  terms.forEach((term, place) => {
    const { option, weight, weightGrowth, isWorthless } = term;
    const strike = strip.strikes[option] as number;
    const scale = (strike * step) / Math.PI;
    const integral = (column: number) => scale * (sums[place * WIDTH + column] as number);
    const forward = strip.forward * term.forwardShare;
    const value = isWorthless ? -Math.min(forward, strike) : integral(0);
    const slope = isWorthless ? (term.x < 0 ? -forward : 0) : integral(1);
    const drift = -constants.jumpIntensity * constants.meanJump * slope;
    const growth = weight * (integral(4) + drift) + weightGrowth * value;
    const parts = [weight * value, weight * slope, weight * integral(2), weight * integral(3), growth];
    parts.forEach((part, column) => {
      values[option * WIDTH + column] = (values[option * WIDTH + column] as number) + part;
    });
  });
  return values;
}

/** From the covered call to whichever of call and put is out of the money. */
function writeRows({ strikes, forward, rows, hasForward }: StripRows, values: Float64Array): void {
  const width = hasForward ? WIDTH : 1;
  for (let option = 0; option < strikes.length; option += 1) {
    const from = option * WIDTH;
    const isCall = (strikes[option] as number) >= forward;
    const cover = isCall ? forward : (strikes[option] as number);
    rows[option * width] = Math.max(0, cover + (values[from] as number));
    if (!hasForward) continue;
    rows[option * width + 1] = (values[from + 1] as number) / forward + (isCall ? 1 : 0);
    rows[option * width + 2] = (values[from + 2] as number) / (forward * forward);
    rows[option * width + 3] = values[from + 3] as number;
    rows[option * width + 4] = values[from + 4] as number;
  }
}
