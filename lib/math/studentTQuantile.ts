import { normalQuantile } from "./normalQuantile";
import { studentTCentre, studentTDensity, studentTSplit, studentTTail } from "./studentT";

/** Of Newton's method, which needs about six; more are taken only where t is near the end of the doubles. */
const MOST_STEPS = 80;
const CLOSE = 4e-16;
/** As in the distribution function. Chooses the path. */
const NORMAL_FROM = 1e15;

/**
 * Quantile of Student's t distribution with `nu` degrees of freedom, any above 0.
 * Domain: p in [0, 1]; 0 → −∞, 1 → +∞; outside, and nu ≤ 0, NaN.   Relative error below 1e-13 for nu ≥ 0.5; for fewer it grows as 1/nu, as the
 * quantile's own sensitivity does. With 4 degrees {@link studentT4Quantile} is the closed form.
 * Newton's method in ln t on ln P(T > t), which is concave in it and so never leaves the far side of the root; near the median in t itself.
 * Checked: vectors/studentT.json.
 */
export function studentTQuantile(p: number, nu: number): number {
  if (!(p >= 0 && p <= 1) || !(nu > 0)) return Number.NaN;
  if (nu > NORMAL_FROM) return normalQuantile(p);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  if (tail === 0) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const distance = Math.abs(p - 0.5);
  const split = studentTSplit(nu);
  const isCentral = distance < studentTCentre(split, nu);
  const size = isCentral ? fromMiddle(distance, nu) : fromTail(tail, { nu, start: split });
  return p < 0.5 ? -size : size;
}

/** P(0 < T < t) is concave in t, so Newton's method from 0 stays below the root. */
function fromMiddle(distance: number, nu: number): number {
  let t = distance / studentTDensity(0, nu);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const change = (distance - studentTCentre(t, nu)) / studentTDensity(t, nu);
    t += change;
    if (Math.abs(change) <= CLOSE * t) break;
  }
  return t;
}

/** A step is cut to a doubling in ln t, because the tail of many degrees of freedom is almost flat where it starts. */
function fromTail(tail: number, { nu, start }: { readonly nu: number; readonly start: number }): number {
  let t = start;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const above = studentTTail(t, nu);
    const slope = (t * studentTDensity(t, nu)) / above;
    const change = above > 0 ? Math.log(above / tail) / slope : -Math.LN2 / 2;
    if (Number.isNaN(change)) return Number.POSITIVE_INFINITY;
    t *= Math.exp(Math.min(change, limitOf(nu)));
    if (t === Number.POSITIVE_INFINITY) return t;
    if (Math.abs(change) <= CLOSE) break;
  }
  return t;
}

/** Powers have straight logarithms and may be followed at once; what falls off like a normal tail may not. */
function limitOf(nu: number): number {
  return nu < 3 ? Number.POSITIVE_INFINITY : Math.LN2 * (1 + 30 / nu);
}
