import { batesRows, isBates, isCertain, isPositive } from "./batesRows";
import { blackStrip } from "./blackStrip";
import type { BatesParameters } from "./HestonParameters";
import type { OptionStrip, StripValues } from "./PricingModel";
import { emptyStripValues, isPriceable, writeEntry, zeroStrikeEntry } from "./stripValues";

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
  const { forward, strikes, timeToExpiryYears } = strip;
  const values = emptyStripValues(strikes.length);
  if (!isBates(parameters) || !isPriceable(strip)) return values;
  if (isCertain(parameters, timeToExpiryYears)) return blackStrip(0, strip);
  const rows = batesRows(parameters, strip, true);
  if (!rows) return values;
  const discount = strip.discount ?? 1;
  const market = { forward, discount, rate: 0 - Math.log(discount) / timeToExpiryYears };
  for (let index = 0; index < strikes.length; index += 1) {
    const strike = strikes[index] as number;
    if (strike === 0) writeEntry(values, { strip, index }, zeroStrikeEntry(forward));
    else if (isPositive(strike))
      writeRow(values, { index, strike, isPut: strip.isPut[index] as boolean, rows }, market);
  }
  return values;
}

type Row = {
  readonly index: number;
  readonly strike: number;
  readonly isPut: boolean;
  readonly rows: Float64Array;
};

/**
 * Writes one option, turned to the side asked for by parity and discounted. By homogeneity ∂price/∂K = (price − F·∂price/∂F)/K, which is
 * the probability below for a put, and that less 1 for a call.
 */
function writeRow(
  values: StripValues,
  { index, strike, isPut, rows }: Row,
  { forward, discount, rate }: { readonly forward: number; readonly discount: number; readonly rate: number },
): void {
  const at = index * WIDTH;
  const isPutRow = strike < forward;
  const turn = isPut === isPutRow ? 0 : isPutRow ? 1 : -1;
  const outside = rows[at] as number;
  const slope = rows[at + 1] as number;
  const below = (outside - forward * slope) / strike + (isPutRow ? 0 : 1);
  const price = discount * (outside + turn * (forward - strike));
  values.price[index] = price;
  values.delta[index] = discount * (slope + turn);
  values.gamma[index] = discount * (rows[at + 2] as number);
  values.vega[index] = discount * (rows[at + 3] as number);
  values.theta[index] = rate * price - discount * (rows[at + 4] as number);
  values.probabilityBelow[index] = Math.min(Math.max(below, 0), 1);
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
