import {
  type Complex,
  complexExp,
  complexExpm1,
  complexInverse,
  complexProduct as product,
  complexScaled as scaled,
  complexSum as sum,
} from "@/lib/math/complex";
import type { KouParameters } from "./jumpParameters";

/**
 * Nodes uⱼ of one contour, in order of size, and at each the weight of what is wanted of the law given at least one jump, so that a value is
 * Σ Re(weightⱼ · e^(−i·uⱼ·m)) with m the strike's distance from the drift. Complex numbers as pairs: real part at 2j, imaginary at 2j + 1.
 */
export type KouContour = {
  readonly nodes: Float64Array;
  /** E[min(S, K); a jump] / K. */
  readonly covered: Float64Array;
  /** Its derivative in F, times F/K. */
  readonly coveredDelta: Float64Array;
  /** Its derivative in T, over K. */
  readonly coveredGrowth: Float64Array;
  /** −F²/K times its second derivative in F: the gamma of call and put. */
  readonly gamma: Float64Array;
  /** P(S > K; a jump). */
  readonly above: Float64Array;
};

/** Which way the contour's ends bend: −1 into the lower half plane, where e^(−ium) falls off for m > 0. */
export type Bend = -1 | 1;

// The contour u = i·ω + b·sinh(y ± iθ), θ = π/8, and its step choose a path: any other within the same limits gives the same values.
const ANGLE = Math.PI / 8;
/** Half the width of the band of y around the real axis in which the integrand is analytic and bounded: θ ± this stays in (0, π/4). */
const HALF_WIDTH = 0.36;
/** The trapezoidal rule's error is e^(−2π·HALF_WIDTH/step): here 1e-17. */
const STEP = (2 * Math.PI * HALF_WIDTH) / 39;
/** With these the whole band crosses the imaginary axis between the poles of the payoff at 0 and −i, 0.05 away from both. */
const SCALE = 1.29;
const VERTEX = 0.0378;
/** Terms smaller than this in proportion to the largest so far end the sum. */
const NEGLIGIBLE = 1e-19;
/** |u| = 1e17: only a law without diffusion comes this far. */
const MOST_NODES = Math.ceil(40 / STEP);

/**
 * The contour for one law and expiry. Towards its ends |u| grows exponentially, so that a thin law costs few nodes more than a wide one;
 * they stay within an eighth of a turn of the real axis, where the diffusion's e^(−σ²Tu²/2) falls off.
 * Source: S. Boyarchenko and S. Levendorskiĭ, "Sinh-acceleration" (2019), for the bent contour.
 */
export function kouContour(parameters: KouParameters, years: number, bend: Bend): KouContour {
  const columns = { nodes: [], covered: [], coveredDelta: [], coveredGrowth: [], gamma: [], above: [] };
  let largest = 0;
  for (let index = 0; index < MOST_NODES; index += 1) {
    const y = index * STEP;
    const u = scaled(sinhOf(y, bend), SCALE);
    const node = { re: u.re, im: u.im + (bend < 0 ? -VERTEX : VERTEX - 1) };
    // Both halves of the contour at once: they are conjugate. The node between them counts once.
    const step = scaled(coshOf(y, bend), (index === 0 ? 0.5 : 1) * SCALE * (STEP / Math.PI));
    const size = addNode(columns, node, { step, law: lawAt(parameters, years, node) });
    largest = Math.max(largest, size);
    if (size < NEGLIGIBLE * largest) break;
  }
  return {
    nodes: Float64Array.from(columns.nodes),
    covered: Float64Array.from(columns.covered),
    coveredDelta: Float64Array.from(columns.coveredDelta),
    coveredGrowth: Float64Array.from(columns.coveredGrowth),
    gamma: Float64Array.from(columns.gamma),
    above: Float64Array.from(columns.above),
  };
}

/** sinh(y ± iθ). */
function sinhOf(y: number, bend: Bend): Complex {
  return { re: Math.sinh(y) * Math.cos(ANGLE), im: bend * Math.cosh(y) * Math.sin(ANGLE) };
}

/** cosh(y ± iθ), the other's derivative. */
function coshOf(y: number, bend: Bend): Complex {
  return { re: Math.cosh(y) * Math.cos(ANGLE), im: bend * Math.sinh(y) * Math.sin(ANGLE) };
}

/** E[e^(iuX)] of the part of the law with at least one jump, without the factor e^(iu·drift), and its derivative in T with that factor in it. */
type JumpLaw = { readonly value: Complex; readonly growth: Complex };

/**
 * e^(−σ²Tu²/2 − λT)·(e^(λTχ) − 1) with χ = pη₁/(η₁ − iu) + qη₂/(η₂ + iu): the difference by expm1 while the jumps are few, so that it
 * keeps its digits as λT → 0, and by itself when they are many, so that it does not overflow.
 */
function lawAt(parameters: KouParameters, years: number, u: Complex): JumpLaw {
  const { volatility, jumpIntensity, upProbability, upRate, downRate } = parameters;
  const up = complexInverse({ re: upRate + u.im, im: -u.re });
  const down = complexInverse({ re: downRate - u.im, im: u.re });
  const jump = sum(scaled(up, upProbability * upRate), scaled(down, (1 - upProbability) * downRate));
  const square = product(u, u);
  const variance = volatility * volatility;
  const mean = jumpIntensity * years;
  const diffusion = scaled(square, -0.5 * variance * years);
  const none = complexExp({ re: diffusion.re - mean, im: diffusion.im });
  const any = complexExp(sum({ re: diffusion.re - mean, im: diffusion.im }, scaled(jump, mean)));
  const value = mean < 1 ? product(none, complexExpm1(scaled(jump, mean))) : sum(any, scaled(none, -1));
  // −σ²(u² + iu)/2 − iuλκ − λ, times the law, and what the jumps themselves add.
  const drift = 0.5 * variance + jumpIntensity * kouMeanJump(parameters);
  const rate = {
    re: -0.5 * variance * square.re + drift * u.im - jumpIntensity,
    im: -0.5 * variance * square.im - drift * u.re,
  };
  return { value, growth: sum(product(rate, value), scaled(product(jump, any), jumpIntensity)) };
}

/** κ = E[e^Y] − 1 of one jump. */
export function kouMeanJump({ upProbability, upRate, downRate }: KouParameters): number {
  return upProbability / (upRate - 1) - (1 - upProbability) / (downRate + 1);
}

type Columns = { readonly [Name in keyof KouContour]: number[] };

/** Appends one node's weights; answers the size of the one that falls off slowest. */
function addNode(
  columns: Columns,
  u: Complex,
  { step, law }: { readonly step: Complex; readonly law: JumpLaw },
): number {
  const plain = product(law.value, step);
  const inverse = complexInverse(u);
  const inverseShifted = complexInverse({ re: u.re, im: u.im + 1 });
  const payoff = product(inverse, inverseShifted);
  push(columns.nodes, u);
  push(columns.covered, product(plain, payoff));
  push(columns.coveredDelta, product(plain, { re: -inverseShifted.im, im: inverseShifted.re }));
  push(columns.coveredGrowth, product(product(law.growth, step), payoff));
  push(columns.gamma, plain);
  push(columns.above, product(plain, { re: inverse.im, im: -inverse.re }));
  return Math.hypot(plain.re, plain.im);
}

function push(column: number[], { re, im }: Complex): void {
  column.push(re, im);
}
