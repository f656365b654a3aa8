import type { OptionStrip, StripValues } from "./PricingModel";

/** Room for the values of so many options, all NaN. */
export function emptyStripValues(options: number): StripValues {
  const room = () => new Float64Array(options).fill(Number.NaN);
  return { price: room(), delta: room(), gamma: room(), vega: room(), theta: room(), probabilityBelow: room() };
}

/** Whether a strip's own numbers are in their domain; strikes are looked at one by one. */
export function isPriceable({ forward, timeToExpiryYears, discount = 1 }: OptionStrip): boolean {
  const isBounded = forward < Number.POSITIVE_INFINITY && timeToExpiryYears < Number.POSITIVE_INFINITY;
  return isBounded && forward > 0 && timeToExpiryYears >= 0 && discount > 0;
}

/** Undiscounted values of the call and the put of one strike, whichever was found without cancellation. */
export type StripEntry = {
  /** Which of the two `price` and `delta` belong to. */
  readonly isPut: boolean;
  readonly price: number;
  readonly delta: number;
  readonly gamma: number;
  readonly vega: number;
  /** ∂price/∂T, the same for call and put. */
  readonly growth: number;
  readonly probabilityBelow: number;
};

/** A call struck at nothing: the forward itself. */
export function zeroStrikeEntry(forward: number): StripEntry {
  return { isPut: false, price: forward, delta: 1, gamma: 0, vega: 0, growth: 0, probabilityBelow: 0 };
}

/** Writes one option: to the side asked for by put–call parity, then discounted. */
export function writeEntry(
  values: StripValues,
  { strip, index }: { strip: OptionStrip; index: number },
  found: StripEntry,
) {
  const { forward, timeToExpiryYears, discount = 1 } = strip;
  const strike = strip.strikes[index] ?? Number.NaN;
  const isPut = strip.isPut[index] ?? false;
  const turn = isPut === found.isPut ? 0 : found.isPut ? 1 : -1;
  const rate = timeToExpiryYears > 0 ? 0 - Math.log(discount) / timeToExpiryYears : 0;
  const price = discount * (found.price + turn * (forward - strike));
  values.price[index] = price;
  values.delta[index] = discount * (found.delta + turn);
  values.gamma[index] = discount * found.gamma;
  values.vega[index] = discount * found.vega;
  values.theta[index] = rate * price - discount * found.growth;
  values.probabilityBelow[index] = found.probabilityBelow;
}
