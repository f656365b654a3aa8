/** A bracket, and how closely to close it. */
export type BrentInput = {
  readonly lower: number;
  readonly upper: number;
  /** Largest distance between the answer and the true root; rounding of the answer itself comes on top. */
  readonly tolerance: number;
  readonly maxIterations?: number;
};

/** The root, or why there is none: the ends do not differ in sign, the function gave NaN, or it did not close in time. */
export type RootResult =
  | { readonly ok: true; readonly root: number; readonly iterations: number }
  | { readonly ok: false; readonly reason: "noBracket" | "notANumber" | "notConverged" };

type State = { a: number; fa: number; b: number; fb: number; c: number; fc: number; step: number; last: number };

/**
 * A root of `f` in a bracket: inverse quadratic interpolation where it helps, bisection where it does not.
 * Never leaves the bracket.   Source: R. P. Brent, "Algorithms for Minimization without Derivatives" (1973), chapter 4.
 */
export function brentRoot(f: (x: number) => number, input: BrentInput): RootResult {
  const { lower, upper, tolerance, maxIterations = 200 } = input;
  const s = start(f, lower, upper);
  if (Number.isNaN(s.fa) || Number.isNaN(s.fb)) return { ok: false, reason: "notANumber" };
  if (s.fa * s.fb > 0) return { ok: false, reason: "noBracket" };
  for (let iterations = 0; iterations <= maxIterations; iterations += 1) {
    orient(s);
    const closeEnough = 2 * Number.EPSILON * Math.abs(s.b) + 0.5 * tolerance;
    const half = 0.5 * (s.c - s.b);
    if (Math.abs(half) <= closeEnough || s.fb === 0) return { ok: true, root: s.b, iterations };
    chooseStep(s, half, closeEnough);
    s.a = s.b;
    s.fa = s.fb;
    s.b += Math.abs(s.step) > closeEnough ? s.step : Math.sign(half) * closeEnough;
    s.fb = f(s.b);
    if (Number.isNaN(s.fb)) return { ok: false, reason: "notANumber" };
  }
  return { ok: false, reason: "notConverged" };
}

function start(f: (x: number) => number, lower: number, upper: number): State {
  const fa = f(lower);
  return { a: lower, fa, b: upper, fb: f(upper), c: lower, fc: fa, step: upper - lower, last: upper - lower };
}

/** Keeps the root between b (the best point) and c. */
function orient(s: State): void {
  if (s.fb > 0 === s.fc > 0) {
    s.c = s.a;
    s.fc = s.fa;
    s.step = s.b - s.a;
    s.last = s.step;
  }
  if (Math.abs(s.fc) < Math.abs(s.fb)) {
    [s.a, s.b, s.c] = [s.b, s.c, s.b];
    [s.fa, s.fb, s.fc] = [s.fb, s.fc, s.fb];
  }
}

function chooseStep(s: State, half: number, closeEnough: number): void {
  const interpolated = interpolatedStep(s, half);
  const isUseful =
    Math.abs(s.last) >= closeEnough &&
    Math.abs(s.fa) > Math.abs(s.fb) &&
    interpolated * Math.sign(half) > 0 &&
    Math.abs(interpolated) < Math.min(1.5 * Math.abs(half) - 0.5 * closeEnough, 0.5 * Math.abs(s.last));
  s.last = isUseful ? s.step : half;
  s.step = isUseful ? interpolated : half;
}

/** The secant's step, or inverse quadratic interpolation's when three points differ. */
function interpolatedStep(s: State, half: number): number {
  const r = s.fb / s.fa;
  if (s.a === s.c) return (2 * half * r) / (r - 1);
  const p = s.fb / s.fc;
  const q = s.fa / s.fc;
  return (-r * (2 * half * q * (q - p) - (s.b - s.a) * (p - 1))) / ((q - 1) * (p - 1) * (r - 1));
}
