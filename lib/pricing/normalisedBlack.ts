import { erfcx } from "@/lib/math/erfcx";

/**
 * ln(a / b) with full relative precision also where a and b are close.
 * Domain: a, b > 0. Within a factor of two the difference is exact and the logarithm is taken of 1 + it.
 */
export function logRatio(a: number, b: number): number {
  const difference = a - b;
  return Math.abs(difference) < 0.5 * b ? Math.log1p(difference / b) : Math.log(a / b);
}

/** The three numbers Black's undiscounted price is made of; `deviation` is σ√T. */
export type BlackDeviation = { readonly forward: number; readonly strike: number; readonly deviation: number };

/** Black's undiscounted price of whichever of call and put is out of the money. All arguments above zero. */
export function outOfTheMoneyPrice({ forward, strike, deviation }: BlackDeviation): number {
  return Math.sqrt(forward) * Math.sqrt(strike) * normalisedBlack(-Math.abs(logRatio(forward, strike)), deviation);
}

/**
 * Black's price over √(F·K) of the out-of-the-money option at log-moneyness x = −|ln(F/K)| and deviation s = σ√T.
 *
 * b(x, s) = e^(x/2)·Φ(h + t) − e^(−x/2)·Φ(h − t), h = x/s, t = s/2; in the tails with the common factor
 * e^(−(h² + t²)/2) taken out, and for small t by the Taylor series in t, whose terms are all positive.
 * Domain: x ≤ 0, s ≥ 0; s = 0 → 0; s = ∞ → e^(x/2).   Relative error below 3e-13 wherever b is a normal double (the rounding of h, times h²).
 * Source: P. Jäckel, "Let's be rational" (2015), for the choice of variables; the series is derived below.
 */
export function normalisedBlack(x: number, s: number): number {
  if (s === 0) return 0;
  if (s === Number.POSITIVE_INFINITY) return Math.exp(0.5 * x);
  const h = x / s;
  const t = 0.5 * s;
  const envelope = Math.exp(-0.5 * (h * h + t * t));
  if (envelope === 0) return t > -h ? Math.exp(0.5 * x) : 0;
  if (t < SMALL_T) return INVERSE_SQRT_2PI * envelope * seriesInT(h, t);
  return 0.5 * envelope * (erfcx(-(h + t) * Math.SQRT1_2) - erfcx((t - h) * Math.SQRT1_2));
}

const SMALL_T = 0.21;
const INVERSE_SQRT_2PI = 0.3989422804014327;
const SQRT_HALF_PI = 1.2533141373155003;
/** Ratios that count: t^18 / 19! is below a rounding for t < 0.21. */
const TERMS = 17;
/** Up to here the forward recurrence loses less than it saves. */
const FORWARD_H = 2;

/**
 * Y(h + t) − Y(h − t) for Mills' ratio Y(z) = Φ(z)/φ(z) = ∫₀^∞ e^(zu − u²/2) du and h ≤ 0.
 *
 * The derivatives I_n = Y⁽ⁿ⁾(h) = ∫ uⁿ e^(hu − u²/2) du are positive and obey I_(n+1) = h·I_n + n·I_(n−1), I_1 = 1 + h·I_0.
 * With r_n = I_n / I_(n−1) the series is Horner's: I_n·tⁿ/n! is I_0 times the product of r_i·t/i.
 */
function seriesInT(h: number, t: number): number {
  const mills = SQRT_HALF_PI * erfcx(-h * Math.SQRT1_2);
  const ratios = h > -FORWARD_H ? forwardRatios(h, mills) : backwardRatios(h);
  let series = 1;
  for (let n = TERMS - 1; n >= 2; n -= 2) {
    series = 1 + ((ratios[n] ?? 0) * (ratios[n + 1] ?? 0) * t * t * series) / (n * (n + 1));
  }
  return 2 * mills * (ratios[1] ?? 0) * t * series;
}

function forwardRatios(h: number, mills: number): Float64Array {
  const ratios = new Float64Array(TERMS + 1);
  let ratio = h + 1 / mills;
  for (let n = 1; n <= TERMS; n += 1) {
    ratios[n] = ratio;
    ratio = h + n / ratio;
  }
  return ratios;
}

/** r_n = n / (r_(n+1) − h): no cancellation for h < 0, and the error of the start is forgotten on the way down. */
function backwardRatios(h: number): Float64Array {
  const ratios = new Float64Array(TERMS + 1);
  const start = Math.ceil((Math.sqrt(TERMS) - 20 / h) ** 2);
  let ratio = 0.5 * (h + Math.sqrt(h * h + 4 * start));
  for (let n = start - 1; n >= 1; n -= 1) {
    ratio = n / (ratio - h);
    if (n <= TERMS) ratios[n] = ratio;
  }
  return ratios;
}
