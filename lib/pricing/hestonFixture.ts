import { batesStrip } from "./batesStrip";
import type { BatesParameters } from "./HestonParameters";
import type { OptionStrip, StripValues } from "./PricingModel";

/** A law as the reference rows write it. */
export type LawRow = {
  readonly v0: number;
  readonly kappa: number;
  readonly theta: number;
  readonly sigma: number;
  readonly rho: number;
  readonly lambda?: number;
  readonly nu?: number;
  readonly delta?: number;
};

/** A reference row seen from the spot. */
export type SpotRow = LawRow & {
  readonly type: string;
  readonly S: number;
  readonly K: number;
  readonly r: number;
  readonly q: number;
};

/** A reference row with Greeks, undiscounted, on the side that is out of the money. */
export type GreekRow = {
  readonly F: number;
  readonly K: number;
  readonly T: number;
  readonly law: LawRow;
  readonly price: string;
  readonly delta: string;
  readonly gamma: string;
  readonly vega: string;
  readonly growth: string;
  readonly below: string;
};

export function lawOf({ v0, kappa, theta, sigma, rho, lambda = 0, nu = 0, delta = 0 }: LawRow): BatesParameters {
  return {
    initialVariance: v0,
    meanReversion: kappa,
    longRunVariance: theta,
    volatilityOfVariance: sigma,
    correlation: rho,
    jumpIntensity: lambda,
    meanLogJump: nu,
    jumpDeviation: delta,
  };
}

/** One option of a strip from the spot: F = S·e^((r − q)T), D = e^(−rT). */
export function spotStrip({ S, K, r, q, type }: SpotRow, timeToExpiryYears: number): OptionStrip {
  const forward = S * Math.exp((r - q) * timeToExpiryYears);
  const discount = Math.exp(-r * timeToExpiryYears);
  return { forward, discount, timeToExpiryYears, strikes: [K], isPut: [type === "put"] };
}

/** The deviation of the logarithm of the price, by which Greeks are measured. */
export function deviationOf(p: BatesParameters, time: number): number {
  const forgotten = -Math.expm1(-p.meanReversion * time) / p.meanReversion;
  const diffusion = p.longRunVariance * (time - forgotten) + p.initialVariance * forgotten;
  return Math.sqrt(diffusion + p.jumpIntensity * time * (p.meanLogJump ** 2 + p.jumpDeviation ** 2));
}

/** Errors of price and Greeks of one row, each over its natural size. */
export function greekErrors(row: GreekRow): Readonly<Record<string, number>> {
  const { F, K, T } = row;
  const law = lawOf(row.law);
  const found = batesStrip(law, { forward: F, timeToExpiryYears: T, strikes: [K], isPut: [K < F] });
  const deviation = deviationOf(law, T);
  const error = (field: keyof StripValues, exact: string, size: number) =>
    Math.abs((found[field][0] as number) - Number(exact)) / size;
  return {
    price: error("price", row.price, F),
    delta: error("delta", row.delta, 1),
    gamma: error("gamma", row.gamma, 1 / (F * deviation)),
    vega: error("vega", row.vega, F * Math.sqrt(T)),
    theta: error("theta", String(-Number(row.growth)), (F * deviation) / T),
    probabilityBelow: error("probabilityBelow", row.below, Math.max(1, F / K)),
  };
}

/** A law as markets have them, and beyond: Feller violated, correlations to ±1. From eight numbers in [0, 1]. */
export function lawFromUnits(units: readonly number[]): BatesParameters {
  const between = (place: number, least: number, most: number) => least + (most - least) * (units[place] as number);
  return {
    initialVariance: between(0, 0.01, 1.5),
    meanReversion: between(1, 0.1, 10),
    longRunVariance: between(2, 0.01, 1.5),
    volatilityOfVariance: between(3, 0.05, 3),
    correlation: between(4, -1, 1),
    jumpIntensity: between(5, 0, 8),
    meanLogJump: between(6, -0.4, 0.3),
    jumpDeviation: between(7, 0, 0.4),
  };
}

/** Heston's share of a law. */
export function withoutJumps(law: BatesParameters): BatesParameters {
  return { ...law, jumpIntensity: 0 };
}
