import { complexExp } from "@/lib/math/complex";
import { trapezoidalUntilAgreed } from "@/lib/math/quadrature";
import type { StripRows } from "./characteristicStrip";
import type { HestonConstants } from "./hestonConstants";
import { type Bend, type ContourNode, contourNode } from "./hestonContourNodes";
import { type ContourTerm, contourTerms } from "./hestonContourTerms";

/** Step of the first rule, and how often it may be halved: they choose how soon, not what comes out. */
const FIRST_STEP = 0.28;
const MOST_HALVINGS = 6;
/** The error is squared from rule to rule: two that agree so far leave less than a rounding in the second. */
const AGREEMENT = 1e-7;
/** ln of what no longer counts beside 1, and where y ends in any case: e^(−y) bounds the rest. */
const NEGLIGIBLE = -44;
const LAST_Y = 46;
/** Numbers kept of a term or an option: those of {@link ContourNode}'s factors. */
const WIDTH = 5;

/**
 * Prices a strip of Heston or Bates where the straight line needs too many nodes: correlations near ±1, variance that keeps reaching 0.
 *
 * C − F = K/(2πi) · ∫ e^(sx + ψ(s))/(s(s − 1)) ds over a hyperbola whose ends bend to where the integrand falls off fastest, one for the
 * strikes on either side; nodes grow exponentially along it. Jumps are summed over their number, each with a forward and an added
 * variance of its own. The step is halved, all nodes kept, until two rules agree; false when they never do.
 * Source: A. Lewis (2001); S. Boyarchenko and S. Levendorskiĭ (2019) for the contour; D. Bates (1996) as a mixture.
 */
export function hestonContour(constants: HestonConstants, strip: StripRows): boolean {
  const terms = contourTerms(constants, strip);
  const sums = new Float64Array(terms.length * WIDTH);
  let values: Float64Array = new Float64Array(strip.strikes.length * WIDTH).fill(Number.NaN);
  const isFound = trapezoidalUntilAgreed({
    firstStep: FIRST_STEP,
    mostHalvings: MOST_HALVINGS,
    addNodes: (start, spacing) => {
      addNodes(constants, { terms, sums, start, spacing }, 1);
      addNodes(constants, { terms, sums, start, spacing }, -1);
    },
    isAgreed: (step) => {
      const before = values;
      values = gathered(constants, { strip, terms, sums, step });
      return isAgreed(before, values, strip.forward);
    },
  });
  if (isFound) writeRows(strip, values);
  return isFound;
}

type Rule = {
  readonly terms: readonly ContourTerm[];
  readonly sums: Float64Array;
  readonly start: number;
  readonly spacing: number;
};

/** Adds the nodes of one bend to the sums of the terms that use it, until what is left counts in none of them. */
function addNodes(c: HestonConstants, { terms, sums, start, spacing }: Rule, bend: Bend): void {
  const own = terms.flatMap((term, place) => (term.bend === bend ? [place] : []));
  if (own.length === 0) return;
  // The term whose e^(sx) falls off slowest decides for all.
  const slowest = own.reduce(
    (x, place) => bend * Math.max(bend * x, bend * (terms[place] as ContourTerm).x),
    -bend / 0,
  );
  for (let y = start, beyond = 0; y < LAST_Y && beyond < 2; y += spacing) {
    const node = contourNode(c, y, bend);
    for (const place of own)
      addNode(node, { term: terms[place] as ContourTerm, sums, at: place * WIDTH, isHalf: y === 0 });
    const speed = node.factors[2];
    const size = node.exponent.re + node.s.re * slowest + Math.log(Math.hypot(speed.re, speed.im));
    beyond = size > NEGLIGIBLE ? 0 : beyond + 1;
  }
}

function addNode(
  { s, q, exponent, factors }: ContourNode,
  to: { readonly term: ContourTerm; readonly sums: Float64Array; readonly at: number; readonly isHalf: boolean },
): void {
  const { x, addedVariance } = to.term;
  const value = complexExp({
    re: exponent.re + s.re * x - 0.5 * addedVariance * q.re,
    im: exponent.im + s.im * x - 0.5 * addedVariance * q.im,
  });
  const share = to.isHalf ? 0.5 : 1;
  for (let column = 0; column < WIDTH; column += 1) {
    const factor = factors[column] as { readonly re: number; readonly im: number };
    const at = to.at + column;
    to.sums[at] = (to.sums[at] as number) + share * (factor.re * value.re - factor.im * value.im);
  }
}

type Gathering = {
  readonly strip: StripRows;
  readonly terms: readonly ContourTerm[];
  readonly sums: Float64Array;
  readonly step: number;
};

/** For each option C − F, its derivatives in F (times F) and F² (times F²), in √v₀ and in T: the terms' integrals, weighted. */
function gathered(c: HestonConstants, { strip, terms, sums, step }: Gathering): Float64Array {
  const values = new Float64Array(strip.strikes.length * WIDTH);
  terms.forEach((term, place) => {
    const { option, weight, weightGrowth, bend } = term;
    const strike = strip.strikes[option] as number;
    const scale = (strike * step) / Math.PI;
    const integral = (column: number) => scale * (sums[place * WIDTH + column] as number);
    const forward = strip.forward * term.forwardShare;
    const value = bend === null ? -Math.min(forward, strike) : integral(0);
    const slope = bend === null ? (term.x < 0 ? -forward : 0) : integral(1);
    const growth = weight * (integral(4) - c.jumpIntensity * c.meanJump * slope) + weightGrowth * value;
    const parts = [weight * value, weight * slope, weight * integral(2), weight * integral(3), growth];
    parts.forEach((part, column) => {
      values[option * WIDTH + column] = (values[option * WIDTH + column] as number) + part;
    });
  });
  return values;
}

function isAgreed(before: Float64Array, after: Float64Array, forward: number): boolean {
  for (let at = 0; at < after.length; at += WIDTH) {
    if (!(Math.abs((after[at] as number) - (before[at] as number)) <= AGREEMENT * forward)) return false;
  }
  return true;
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
