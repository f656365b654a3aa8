/**
 * Quantile of Student's t distribution with 4 degrees of freedom, in closed form.
 * Domain: p in [0, 1]; 0 → −∞, 1 → +∞; outside, NaN.   Variance of the distribution: 2.
 * Source: W. T. Shaw, "Sampling Student's T distribution" (2006), equation for n = 4.   Checked: vectors/studentT4.json.
 */
export function studentT4Quantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  const alpha = 4 * p * (1 - p);
  if (alpha === 0) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const root = Math.sqrt(alpha);
  const excess = Math.cos(Math.acos(root) / 3) / root - 1;
  return Math.sign(p - 0.5) * 2 * Math.sqrt(Math.max(0, excess));
}
