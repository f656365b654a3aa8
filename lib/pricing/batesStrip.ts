import { batesRows, isBates, isCertain, isPositive } from "./batesRows";
import { blackStrip } from "./blackStrip";
import type { BatesParameters } from "./HestonParameters";
import type { OptionStrip, StripValues } from "./PricingModel";
import { emptyStripValues, isPriceable, type StripEntry, writeEntry, zeroStrikeEntry } from "./stripValues";

/** Price, its derivatives in F, F², √v₀ and T. */
const WIDTH = 5;

/**
 * Prices, Greeks and probabilities of a strip under Bates's law: all strikes from one pass of its transform, the Greeks as integrals of the
 * integrand's derivatives. Vega is per 1.00 of √v₀.
 *
 * Domain: v₀, θ, σ, λ, δ ≥ 0, κ > 0, ρ in [−1, 1], ν real, all finite, strikes ≥ 0; outside, NaN. Without time, and where neither variance
 * nor jumps are left, the values are Black's without volatility; at σ = 0 they are Black's at the mean variance.
 * Error: prices below 1e-13·max(F, K), Greeks below 1e-12 of their natural size.
 * Source: D. Bates (1996); S. Heston (1993).   Checked: vectors/bates.json, vectors/heston.json.
 */
export function batesStrip(parameters: BatesParameters, strip: OptionStrip): StripValues {
  const values = emptyStripValues(strip.strikes.length);
  if (!isBates(parameters) || !isPriceable(strip)) return values;
  if (isCertain(parameters, strip.timeToExpiryYears)) return blackStrip(0, strip);
  const rows = batesRows(parameters, strip, true);
  for (let index = 0; rows && index < strip.strikes.length; index += 1) {
    const strike = strip.strikes[index] as number;
    if (strike === 0) writeEntry(values, { strip, index }, zeroStrikeEntry(strip.forward));
    else if (isPositive(strike)) writeEntry(values, { strip, index }, entryAt(rows, index, { ...strip, strike }));
  }
  return values;
}

/** A row as an entry. By homogeneity ∂price/∂K = (price − F·∂price/∂F)/K: the probability below for a put, that less 1 for a call. */
function entryAt(
  rows: Float64Array,
  index: number,
  { forward, strike }: { readonly forward: number; readonly strike: number },
): StripEntry {
  const at = index * WIDTH;
  const isPut = strike < forward;
  const price = rows[at] as number;
  const delta = rows[at + 1] as number;
  const below = (price - forward * delta) / strike + (isPut ? 0 : 1);
  return {
    isPut,
    price,
    delta,
    gamma: rows[at + 2] as number,
    vega: rows[at + 3] as number,
    growth: rows[at + 4] as number,
    probabilityBelow: Math.min(Math.max(below, 0), 1),
  };
}

/** The prices of {@link batesStrip} alone, at a third of its cost. */
export function batesPrices(parameters: BatesParameters, strip: OptionStrip): Float64Array {
  const { forward, strikes, isPut, discount = 1 } = strip;
  const prices = new Float64Array(strikes.length).fill(Number.NaN);
  if (!isBates(parameters) || !isPriceable(strip)) return prices;
  if (isCertain(parameters, strip.timeToExpiryYears)) return blackStrip(0, strip).price;
  const rows = batesRows(parameters, strip, false);
  for (let index = 0; rows && index < strikes.length; index += 1) {
    const strike = strikes[index] as number;
    const intrinsic = Math.max(0, isPut[index] ? strike - forward : forward - strike);
    if (strike === 0) prices[index] = discount * intrinsic;
    else if (isPositive(strike)) prices[index] = discount * (intrinsic + (rows[index] as number));
  }
  return prices;
}
