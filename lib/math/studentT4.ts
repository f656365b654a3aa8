/** Up to here from the median, as 2p − 1, no digits are lost by the sine. Chooses the path. */
const NEAR_MEDIAN = 0.5;

/**
 * Quantile of Student's t distribution with 4 degrees of freedom, in closed form.
 * Domain: p in [0, 1]; 0 → −∞, 1 → +∞; outside, NaN.   Variance of the distribution: 2.
 * Source: W. T. Shaw, "Sampling Student's T distribution" (2006), equation for n = 4.   Checked: vectors/studentT4.json.
 */
export function studentT4Quantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  const centred = 2 * p - 1;
  if (Math.abs(centred) < NEAR_MEDIAN) return nearMedian(centred);
  const alpha = 4 * p * (1 - p);
  if (alpha === 0) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const root = Math.sqrt(alpha);
  const excess = Math.cos(Math.acos(root) / 3) / root - 1;
  return Math.sign(centred) * 2 * Math.sqrt(excess);
}

/**
 * With u = t/√(4 + t²) the distribution function is (1 + u·(3 − u²)/2)/2, and u = 2·sin(φ) makes that sin(3φ): no square root of a small
 * difference, as there is in the formula above at the median.
 */
function nearMedian(centred: number): number {
  const u = 2 * Math.sin(Math.asin(centred) / 3);
  return (2 * u) / Math.sqrt(1 - u * u);
}
