import { blackStrip } from "./blackStrip";
import { type BlackTerm, blackTerm, fillBlackTerm } from "./blackTerm";
import type { MertonParameters } from "./jumpParameters";
import { logRatio } from "./normalisedBlack";
import type { OptionStrip, StripValues } from "./PricingModel";
import { poissonWeights } from "./poissonWeights";
import { emptyStripValues, isPriceable, type StripEntry, writeEntry, zeroStrikeEntry } from "./stripValues";

/**
 * Values of a strip under Merton's jump diffusion.
 *
 * Given n jumps the price is lognormal with forward F·e^(−λkT)·(1 + k)ⁿ, 1 + k = e^(ν + δ²/2), and variance σ²T + nδ²: a Poisson mixture of
 * Black's values. Weighted by that forward, the mixture is Poisson with λ' = λ(1 + k): calls are summed per unit of forward under λ', puts
 * per unit of strike under λ, each out of the money and the other by parity, so that every term is positive and at most 1.
 * Greeks are the derivatives of the terms; theta's is that of the weights and of the drift as well.
 * Domain: σ, λ, δ ≥ 0 and finite, ν real, strikes ≥ 0; outside, NaN. λT = 0 is Black bit for bit; at T = 0, as Black's, theta and gamma are 0.
 * Price error below 1e-15·max(F, K) · (1 + √(λ'T)).
 * Source: R. C. Merton (1976).   Checked: vectors/merton.json.
 */
export function mertonStrip(parameters: MertonParameters, strip: OptionStrip): StripValues {
  const values = emptyStripValues(strip.strikes.length);
  if (!isMerton(parameters) || !isPriceable(strip)) return values;
  const { timeToExpiryYears, forward } = strip;
  if (parameters.jumpIntensity * timeToExpiryYears === 0) return blackStrip(parameters.volatility, strip);
  const mixture = mixtureOf(parameters, timeToExpiryYears);
  for (let index = 0; index < strip.strikes.length; index += 1) {
    const strike = strip.strikes[index] ?? Number.NaN;
    if (!(strike >= 0 && strike < Number.POSITIVE_INFINITY)) continue;
    writeEntry(values, { strip, index }, strike === 0 ? zeroStrikeEntry(forward) : entryOf(mixture, forward, strike));
  }
  return values;
}

/** Are the parameters in their domain? */
export function isMerton({ volatility, jumpIntensity, meanLogJump, jumpDeviation }: MertonParameters): boolean {
  const sizes = [volatility, jumpIntensity, jumpDeviation];
  return sizes.every((size) => size >= 0 && size < Number.POSITIVE_INFINITY) && Number.isFinite(meanLogJump);
}

/** The mixture's terms, one entry a number of jumps. */
type Mixture = {
  readonly parameters: MertonParameters;
  readonly years: number;
  readonly jumps: Float64Array;
  /** ln(Fₙ/F). */
  readonly drift: Float64Array;
  readonly deviation: Float64Array;
  /** ∂deviation/∂σ. */
  readonly perVolatility: Float64Array;
  /** Poisson under λ, and under λ'. */
  readonly weight: Float64Array;
  readonly forwardWeight: Float64Array;
};

function mixtureOf(parameters: MertonParameters, years: number): Mixture {
  const { volatility, jumpIntensity, meanLogJump, jumpDeviation } = parameters;
  const logFactor = meanLogJump + 0.5 * jumpDeviation * jumpDeviation;
  const plain = poissonWeights(jumpIntensity * years);
  const tilted = poissonWeights(jumpIntensity * Math.exp(logFactor) * years);
  const first = Math.min(plain.first, tilted.first);
  const end = Math.max(plain.first + plain.weights.length, tilted.first + tilted.weights.length);
  const jumps = Float64Array.from({ length: end - first }, (_, place) => first + place);
  const shift = -jumpIntensity * Math.expm1(logFactor) * years;
  const variance = volatility * volatility * years;
  const deviation = jumps.map((n) => Math.sqrt(variance + n * jumpDeviation * jumpDeviation));
  return {
    parameters,
    years,
    jumps,
    drift: jumps.map((n) => shift + n * logFactor),
    deviation,
    perVolatility: deviation.map((s) => (s > 0 ? (volatility * years) / s : Math.sqrt(years))),
    weight: jumps.map((n) => plain.weights[n - plain.first] ?? 0),
    forwardWeight: jumps.map((n) => tilted.weights[n - tilted.first] ?? 0),
  };
}

const TERM: BlackTerm = blackTerm();

function entryOf(mixture: Mixture, forward: number, strike: number): StripEntry {
  const { jumps, drift, deviation, perVolatility, weight, forwardWeight, years, parameters } = mixture;
  const isPut = strike < forward;
  const x = logRatio(forward, strike);
  TERM.isPut = isPut;
  const own = isPut ? weight : forwardWeight;
  let [price, afterJump, above, below, gamma, vega] = [0, 0, 0, 0, 0, 0];
  for (let n = 0; n < jumps.length; n += 1) {
    const s = deviation[n] ?? 0;
    fillBlackTerm(TERM, x + (drift[n] ?? 0), s);
    const value = (own[n] ?? 0) * TERM.price;
    const tilted = forwardWeight[n] ?? 0;
    price += value;
    afterJump += value * (jumps[n] ?? 0);
    above += tilted * TERM.above;
    below += (weight[n] ?? 0) * TERM.below;
    if (s > 0) gamma += (tilted * TERM.density) / s;
    vega += tilted * TERM.density * (perVolatility[n] ?? 0);
  }
  const unit = isPut ? strike : forward;
  const delta = isPut ? above - 1 : above;
  const { volatility, jumpIntensity, meanLogJump, jumpDeviation } = parameters;
  const meanJump = Math.expm1(meanLogJump + 0.5 * jumpDeviation * jumpDeviation);
  const jumpGain = unit * (afterJump / years - jumpIntensity * price) - jumpIntensity * meanJump * forward * delta;
  return {
    isPut,
    price: unit * price,
    delta,
    gamma: gamma / forward,
    vega: forward * vega,
    growth: jumpGain + 0.5 * volatility * volatility * forward * gamma,
    probabilityBelow: below,
  };
}
