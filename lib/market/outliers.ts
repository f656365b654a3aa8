/** A quoted volatility of one expiry. Quotes of an expiry ascend in strike. */
export type SmileQuotePoint = {
  readonly volatility: number;
  /** Ask less bid in volatility; null for a mark alone. */
  readonly width: number | null;
};

/** So many median absolute deviations: six standard deviations of a normal error. */
const MOST_DEVIATIONS = 9;
/** A point is never an outlier for less than this, however well the others fit. */
const LEAST_RESIDUAL = 0.01;
/** A volatility this many times its neighbours' median, or that part of it, is no smile of any market. */
const MOST_RATIO = 2.5;

/**
 * Points that no surface should be asked to meet, before the first fit: each against the median of the two neighbours on either
 * side (the four nearest at the ends). A single wild quote would bend a least-squares fit so far that its good neighbours look
 * wrong.
 */
export function wildPoints(points: readonly SmileQuotePoint[]): readonly number[] {
  return points.flatMap(({ volatility }, index) => {
    const start = Math.max(0, Math.min(index - 2, points.length - 5));
    const around = points.slice(start, start + 5).filter((_, offset) => start + offset !== index);
    const ratio = volatility / median(around.map((point) => point.volatility));
    return ratio > MOST_RATIO || ratio < 1 / MOST_RATIO ? [index] : [];
  });
}

/**
 * Points that the fit shows to be wrong: residual (fitted less quoted) more than nine median deviations from the median, more than a point, and more than the quote's own width. Only those at least half as far off as the worst:
 * the others may have been pushed there by it, and the next fit will tell.
 */
export function outlyingPoints(points: readonly SmileQuotePoint[], residuals: readonly number[]): readonly number[] {
  const middle = median(residuals);
  const distances = residuals.map((residual) => Math.abs(residual - middle));
  const bound = Math.max(MOST_DEVIATIONS * median(distances), LEAST_RESIDUAL);
  const beyond = points.flatMap(({ width }, index) => {
    const residual = Math.abs(residuals[index] ?? 0);
    return (distances[index] ?? 0) > bound && residual > (width ?? 0) ? [{ index, residual }] : [];
  });
  const worst = Math.max(0, ...beyond.map(({ residual }) => residual));
  return beyond.filter(({ residual }) => residual >= 0.5 * worst).map(({ index }) => index);
}

/** The middle value, of two middle ones the mean; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : 0.5 * ((sorted[half - 1] ?? Number.NaN) + upper);
}
