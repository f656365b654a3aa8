import { blackStrip } from "./blackStrip";
import { blackTerm, fillBlackTerm } from "./blackTerm";
import type { KouParameters } from "./jumpParameters";
import { type Bend, type KouContour, kouContour, kouMeanJump } from "./kouContour";
import { logRatio } from "./normalisedBlack";
import type { OptionStrip, StripValues } from "./PricingModel";
import { emptyStripValues, isPriceable, type StripEntry, writeEntry, zeroStrikeEntry } from "./stripValues";

/**
 * Values of a strip under Kou's double-exponential jump diffusion.
 *
 * Without a jump, with probability e^(−λT), the price is lognormal: Black's value, exactly. The rest is an integral of the characteristic
 * function given a jump along {@link kouContour}, one for strikes above the drift and one for those below, each serving all its strikes; its
 * derivatives under the integral are the Greeks.
 * Domain: σ, λ ≥ 0, 0 ≤ p ≤ 1, η₁ > 1, η₂ > 0, all finite, strikes ≥ 0; outside, NaN. λT = 0 is Black bit for bit, so T = 0 is as well; σ = 0 is
 * the jumps alone. A strike exactly at σ = 0's price without a jump counts it as not below, as {@link blackStrip}.
 * Price error below 1e-15·(F + √(F·K)).
 * Source: S. G. Kou (2002); A. Lewis (2001) for the integral.   Checked: vectors/kou.json.
 */
export function kouStrip(parameters: KouParameters, strip: OptionStrip): StripValues {
  const values = emptyStripValues(strip.strikes.length);
  if (!isKou(parameters) || !isPriceable(strip)) return values;
  const { timeToExpiryYears: years } = strip;
  if (parameters.jumpIntensity * years === 0) return blackStrip(parameters.volatility, strip);
  const law = lawOf(parameters, strip);
  for (let index = 0; index < strip.strikes.length; index += 1) {
    const strike = strip.strikes[index] ?? Number.NaN;
    if (!(strike >= 0 && strike < Number.POSITIVE_INFINITY)) continue;
    writeEntry(values, { strip, index }, strike === 0 ? zeroStrikeEntry(strip.forward) : entryOf(law, strike));
  }
  return values;
}

function isKou({ volatility, jumpIntensity, upProbability, upRate, downRate }: KouParameters): boolean {
  const sizes = [volatility, jumpIntensity, upProbability, upRate, downRate];
  return (
    sizes.every((size) => size >= 0 && size < Number.POSITIVE_INFINITY) &&
    upProbability <= 1 &&
    upRate > 1 &&
    downRate > 0
  );
}

type Law = {
  readonly parameters: KouParameters;
  readonly forward: number;
  readonly years: number;
  /** λκ. */
  readonly compensation: number;
  readonly contour: (bend: Bend) => KouContour;
};

function lawOf(parameters: KouParameters, { forward, timeToExpiryYears: years }: OptionStrip): Law {
  const made = new Map<Bend, KouContour>();
  const contour = (bend: Bend): KouContour => {
    const found = made.get(bend) ?? kouContour(parameters, years, bend);
    made.set(bend, found);
    return found;
  };
  return { parameters, forward, years, compensation: parameters.jumpIntensity * kouMeanJump(parameters), contour };
}

/** The strike's out-of-the-money option: its value without a jump, by Black, and given one, by the contour. */
function entryOf({ parameters, forward, years, compensation, contour }: Law, strike: number): StripEntry {
  const { volatility, jumpIntensity } = parameters;
  const isPut = strike < forward;
  const shift = -compensation * years;
  const x = logRatio(forward, strike) + shift;
  const s = volatility * Math.sqrt(years);
  const distance = 0.5 * s * s - x;
  const jump = integrals(contour(distance > 0 ? -1 : 1), distance);
  TERM.isPut = isPut;
  fillBlackTerm(TERM, x, s);
  const none = Math.exp(-jumpIntensity * years);
  const noneForward = Math.exp(-jumpIntensity * years + shift);
  const any = -Math.expm1(-jumpIntensity * years);
  const anyForward = -Math.expm1(-jumpIntensity * years + shift);

  const nonePrice = (isPut ? strike * none : forward * noneForward) * TERM.price;
  const noneDelta = noneForward * (isPut ? TERM.above - 1 : TERM.above);
  const noneGamma = s > 0 ? (noneForward * TERM.density) / (forward * s) : 0;
  const gamma = noneGamma + (strike / (forward * forward)) * jump.gamma;
  const whole = isPut ? strike * any : forward * anyForward;
  const wholeGrowth = isPut ? strike * jumpIntensity * none : forward * (jumpIntensity + compensation) * noneForward;
  const noneGrowth =
    0.5 * (volatility * forward) ** 2 * noneGamma - jumpIntensity * nonePrice - compensation * forward * noneDelta;
  return {
    isPut,
    price: Math.max(0, nonePrice + whole - strike * jump.covered),
    delta: noneDelta + (isPut ? 0 : anyForward) - (strike / forward) * jump.coveredDelta,
    gamma,
    vega: forward * noneForward * TERM.density * Math.sqrt(years) + volatility * years * strike * jump.gamma,
    growth: noneGrowth + wholeGrowth - strike * jump.coveredGrowth,
    probabilityBelow: none * TERM.below + any - jump.above,
  };
}

const TERM = blackTerm();

/** The values of {@link KouContour} at one strike. */
type Integrals = { readonly [Name in Exclude<keyof KouContour, "nodes">]: number };

/** Σ Re(weight·e^(−ium)): the factor falls off along the contour, and what is below a rounding of 1 is left out. */
function integrals(contour: KouContour, distance: number): Integrals {
  const { nodes } = contour;
  let [covered, coveredDelta, coveredGrowth, gamma, above] = [0, 0, 0, 0, 0];
  for (let at = 0; at < nodes.length; at += 2) {
    const size = Math.exp((nodes[at + 1] ?? 0) * distance);
    if (size < NEGLIGIBLE) break;
    const angle = (nodes[at] ?? 0) * distance;
    const re = size * Math.cos(angle);
    const im = size * Math.sin(angle);
    covered += re * (contour.covered[at] ?? 0) + im * (contour.covered[at + 1] ?? 0);
    coveredDelta += re * (contour.coveredDelta[at] ?? 0) + im * (contour.coveredDelta[at + 1] ?? 0);
    coveredGrowth += re * (contour.coveredGrowth[at] ?? 0) + im * (contour.coveredGrowth[at + 1] ?? 0);
    gamma += re * (contour.gamma[at] ?? 0) + im * (contour.gamma[at + 1] ?? 0);
    above += re * (contour.above[at] ?? 0) + im * (contour.above[at + 1] ?? 0);
  }
  return { covered, coveredDelta, coveredGrowth, gamma, above };
}

const NEGLIGIBLE = 1e-19;
