import type { ReturnShape } from "./cornishFisher";

/** First moments of a sample, those above the second in units of its deviation. */
export type SampleMoments = ReturnShape & { readonly mean: number; readonly deviation: number };

/**
 * Mean, standard deviation, skew and excess kurtosis of equally likely changes, the scenarios being the whole law: divided by n. In two passes, so
 * that a large mean costs no digits. Without spread skew and kurtosis are NaN.
 */
export function sampleMoments(changes: Float64Array): SampleMoments {
  const count = changes.length;
  let mean = 0;
  for (const change of changes) mean += change / count;
  let [second, third, fourth] = [0, 0, 0];
  for (const change of changes) {
    const distance = change - mean;
    const square = distance * distance;
    second += square / count;
    third += (square * distance) / count;
    fourth += (square * square) / count;
  }
  const deviation = count > 0 ? Math.sqrt(second) : Number.NaN;
  return { mean, deviation, skew: third / (second * deviation), excessKurtosis: fourth / (second * second) - 3 };
}
