import { batesRows, isBates, isCertain } from "./batesRows";
import { blackStrip } from "./blackStrip";
import type { BatesParameters } from "./HestonParameters";
import type { OptionStrip, StripValues } from "./PricingModel";
import { emptyStripValues, isPriceable, type StripEntry, writeEntry, zeroStrikeEntry } from "./stripValues";

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
  const found = batesRows(parameters, strip, true);
  if (!found) return values;
  found.places.forEach((index, place) => {
    writeEntry(
      values,
      { strip, index },
      entryAt(found.rows, 5 * place, { ...strip, strike: found.strikes[place] as number }),
    );
  });
  for (let index = 0; index < strip.strikes.length; index += 1)
    if (strip.strikes[index] === 0) writeEntry(values, { strip, index }, zeroStrikeEntry(strip.forward));
  return values;
}

/** A row as an entry. By homogeneity ∂price/∂K = (price − F·∂price/∂F)/K, which is the probability below for a put and that less 1 for a call. */
function entryAt(
  rows: Float64Array,
  at: number,
  { forward, strike }: { readonly forward: number; readonly strike: number },
): StripEntry {
  const isPut = strike < forward;
  const price = rows[at] as number;
  const delta = rows[at + 1] as number;
  const inStrike = (price - forward * delta) / strike + (isPut ? 0 : 1);
  return {
    isPut,
    price,
    delta,
    gamma: rows[at + 2] as number,
    vega: rows[at + 3] as number,
    growth: rows[at + 4] as number,
    probabilityBelow: Math.min(Math.max(inStrike, 0), 1),
  };
}

/** The prices of {@link batesStrip} alone, at a quarter of its cost. */
export function batesPrices(parameters: BatesParameters, strip: OptionStrip): Float64Array {
  const { forward, strikes, discount = 1 } = strip;
  if (!isBates(parameters) || !isPriceable(strip)) return new Float64Array(strikes.length).fill(Number.NaN);
  if (isCertain(parameters, strip.timeToExpiryYears)) return blackStrip(0, strip).price;
  const found = batesRows(parameters, strip, false);
  const prices = Float64Array.from(strikes, (strike, index) =>
    strike === 0 ? (strip.isPut[index] ? 0 : discount * forward) : Number.NaN,
  );
  found?.places.forEach((index, place) => {
    const strike = found.strikes[place] as number;
    const isInTheMoney = strip.isPut[index] ? strike >= forward : strike < forward;
    prices[index] = discount * ((found.rows[place] as number) + (isInTheMoney ? Math.abs(strike - forward) : 0));
  });
  return prices;
}
