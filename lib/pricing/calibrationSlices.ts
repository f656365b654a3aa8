import type { CalibrationSlice, VolatilityQuote } from "./Calibration";

/** Quotes by expiry, ascending in time; null when one of them is no quote. Quotes of one expiry share time and forward. */
export function calibrationSlices(quotes: readonly VolatilityQuote[]): readonly CalibrationSlice[] | null {
  const expiries = new Map<string, VolatilityQuote[]>();
  for (const quote of quotes) {
    const { forward, strike, timeToExpiryYears, volatility, weight = 1 } = quote;
    const positive = [forward, strike, timeToExpiryYears, volatility];
    if (!positive.every((value) => value > 0 && value < Number.POSITIVE_INFINITY)) return null;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) return null;
    const key = `${timeToExpiryYears} ${forward}`;
    const expiry = expiries.get(key);
    if (expiry) expiry.push(quote);
    else expiries.set(key, [quote]);
  }
  return [...expiries.values()].map(sliceOf).sort((a, b) => a.timeToExpiryYears - b.timeToExpiryYears);
}

function sliceOf(quotes: readonly VolatilityQuote[]): CalibrationSlice {
  const { forward, timeToExpiryYears } = quotes[0] as VolatilityQuote;
  return {
    forward,
    timeToExpiryYears,
    strikes: Float64Array.from(quotes, ({ strike }) => strike),
    volatilities: Float64Array.from(quotes, ({ volatility }) => volatility),
    weights: Float64Array.from(quotes, ({ weight = 1 }) => Math.sqrt(weight)),
  };
}

/** The volatility at the forward, linear between the two strikes around it, the nearest quote's outside. */
export function atTheMoneyVolatility(slice: CalibrationSlice): number {
  return volatilityNear(slice, slice.forward);
}

/** 1 where calls away from the money are dearer than puts as far away, otherwise −1; by the expiry in the middle. */
export function skewSign(slices: readonly CalibrationSlice[]): 1 | -1 {
  const slice = slices[Math.floor(slices.length / 2)] as CalibrationSlice;
  const distance = atTheMoneyVolatility(slice) * Math.sqrt(slice.timeToExpiryYears);
  const up = volatilityNear(slice, slice.forward * Math.exp(distance));
  const down = volatilityNear(slice, slice.forward * Math.exp(-distance));
  return up > down ? 1 : -1;
}

/** The slice's volatility at a strike, linear between the two strikes around it, the nearest quote's outside. */
function volatilityNear({ strikes, volatilities }: CalibrationSlice, strike: number): number {
  let below = -1;
  let above = -1;
  for (let index = 0; index < strikes.length; index += 1) {
    const at = strikes[index] as number;
    if (at <= strike && (below < 0 || at > (strikes[below] as number))) below = index;
    if (at >= strike && (above < 0 || at < (strikes[above] as number))) above = index;
  }
  const low = below < 0 ? above : below;
  const high = above < 0 ? below : above;
  const from = strikes[low] as number;
  const to = strikes[high] as number;
  const share = to > from ? (strike - from) / (to - from) : 0;
  return (1 - share) * (volatilities[low] as number) + share * (volatilities[high] as number);
}
