import { studentT4Quantile } from "@/lib/math/studentT4";
import { entryValue, type Measure, type Product } from "@/lib/products/Product";
import { valueAtExpiry } from "@/lib/products/value";

/** A product at its entry, and the law of the price until its expiry. */
export type EpochTailInput = {
  readonly product: Product;
  /** From entry to expiry. */
  readonly timeToExpiryYears: number;
  /** Annualised; what option prices implied at entry. */
  readonly volatility: number;
  /** 0.95: the worst 5 %. */
  readonly confidence: number;
  readonly measure: Measure;
};

/** Returns over the epoch as shares of the entry value, signed: a loss is negative. */
export type EpochTail = {
  /** Mean return of the worst share 1 − confidence. */
  readonly expectedShortfall: number;
  /** The best return inside that share. */
  readonly valueAtRisk: number;
};

/** Equally likely log-returns at the middles of this many equal shares of the distribution. */
const QUANTILES = 4000;

/**
 * Tail of one epoch's return under log-returns x = t₄·s/√2 − s²/2 with s = σ√T: Student's t with 4 degrees of freedom,
 * scaled to the implied variance. Deterministic: quantiles, not draws; the last atom of the tail counts in part, so the
 * share is exact at any confidence.
 */
export function epochTail(input: EpochTailInput): EpochTail {
  const { product, timeToExpiryYears, volatility, confidence, measure } = input;
  const deviation = volatility * Math.sqrt(timeToExpiryYears);
  const entry = entryValue(product, measure);
  const returns = new Float64Array(QUANTILES);
  for (let index = 0; index < QUANTILES; index += 1) {
    const quantile = studentT4Quantile((index + 0.5) / QUANTILES);
    const logReturn = quantile * Math.SQRT1_2 * deviation - 0.5 * deviation * deviation;
    returns[index] = valueAtExpiry(product, product.entrySpot * Math.exp(logReturn), measure) / entry - 1;
  }
  returns.sort();
  return tailOf(returns, QUANTILES * (1 - confidence));
}

function tailOf(sorted: Float64Array, size: number): EpochTail {
  const whole = Math.floor(size + 1e-9);
  const part = Math.max(0, size - whole);
  const atEdge = sorted[Math.min(whole, sorted.length - 1)] ?? Number.NaN;
  let sum = part * atEdge;
  for (let index = 0; index < whole; index += 1) sum += sorted[index] ?? 0;
  const last = sorted[Math.max(0, Math.ceil(size - 1e-9) - 1)] ?? Number.NaN;
  return { expectedShortfall: sum / size, valueAtRisk: last };
}
