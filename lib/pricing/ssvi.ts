import type { RawSvi } from "./VolatilitySurface";

/** One slice of SSVI: w(k) = θ/2·(1 + ρφk + √((φk + ρ)² + 1 − ρ²)). */
export type SsviSlice = {
  /** θ: total variance at the money, above 0. */
  readonly theta: number;
  /** ρ, in (−1, 1). */
  readonly rho: number;
  /** φ(θ): above 0. */
  readonly phi: number;
};

/** φ as a function of θ, one for the whole surface. */
export type SsviCurvature =
  /** φ = η/(θ^γ·(1 + θ)^(1 − γ)), Gatheral and Jacquier's choice with η(1 + |ρ|) ≤ 2 for every θ. */
  | { readonly name: "boundedPowerLaw"; readonly eta: number; readonly gamma: number }
  /** φ = η/θ^γ. */
  | { readonly name: "powerLaw"; readonly eta: number; readonly gamma: number }
  /** φ = (1 − (1 − e^(−λθ))/(λθ))/(λθ), as Heston's model has it for long expiries. */
  | { readonly name: "hestonLike"; readonly lambda: number };

/** The two numbers of theorem 4.2: no butterfly when `tail` < 4 and `centre` ≤ 4. */
export type SsviButterfly = { readonly tail: number; readonly centre: number; readonly isFree: boolean };

/** w(k) of an SSVI slice; NaN outside of its domain.   Relative error below 1e-14 where no wing cancels.   Checked: vectors/svi.json. */
export function ssviTotalVariance({ theta, rho, phi }: SsviSlice, k: number): number {
  if (!(theta > 0 && Math.abs(rho) < 1 && phi > 0)) return Number.NaN;
  const x = phi * k + rho;
  return 0.5 * theta * (1 + rho * phi * k + Math.sqrt(x * x + (1 - rho) * (1 + rho)));
}

/** The same slice in raw parameters. */
export function ssviToRaw({ theta, rho, phi }: SsviSlice): RawSvi {
  const rest = (1 - rho) * (1 + rho);
  return { a: 0.5 * theta * rest, b: 0.5 * theta * phi, rho, m: -rho / phi, sigma: Math.sqrt(rest) / phi };
}

/** φ(θ). Domain: θ > 0 and finite parameters, otherwise NaN.   Relative error below 1e-14. */
export function ssviPhi(curvature: SsviCurvature, theta: number): number {
  if (!(theta > 0)) return Number.NaN;
  if (curvature.name === "hestonLike") return hestonLike(curvature.lambda * theta).phi;
  const { eta, gamma } = curvature;
  const power = eta * theta ** -gamma;
  return curvature.name === "powerLaw" ? power : power * (1 + theta) ** (gamma - 1);
}

/** Sufficient conditions against butterfly arbitrage. Source: Gatheral and Jacquier (2014), theorem 4.2. */
export function ssviButterfly({ theta, rho, phi }: SsviSlice): SsviButterfly {
  const tail = theta * phi * (1 + Math.abs(rho));
  const centre = phi * tail;
  return { tail, centre, isFree: tail < 4 && centre <= 4 };
}

/**
 * Does w not fall as θ grows, at this θ and every k: 0 ≤ ∂(θφ)/∂θ ≤ φ·(1 + √(1 − ρ²))/ρ²?
 * Necessary and sufficient where θ grows in time. Source: Gatheral and Jacquier (2014), theorem 4.1.
 */
export function ssviIsCalendarFree(
  curvature: SsviCurvature,
  { theta, rho }: { readonly theta: number; readonly rho: number },
): boolean {
  const phi = ssviPhi(curvature, theta);
  const growth = growthOfThetaPhi(curvature, theta);
  return growth >= 0 && growth * rho * rho <= phi * (1 + Math.sqrt((1 - rho) * (1 + rho)));
}

/** ∂(θφ)/∂θ. */
function growthOfThetaPhi(curvature: SsviCurvature, theta: number): number {
  if (curvature.name === "hestonLike") return hestonLike(curvature.lambda * theta).growth;
  const phi = ssviPhi(curvature, theta);
  if (curvature.name === "powerLaw") return (1 - curvature.gamma) * phi;
  return ((1 - curvature.gamma) * phi) / (1 + theta);
}

/** φ = (x − 1 + e^(−x))/x² and ∂(θφ)/∂θ = (1 − (1 + x)e^(−x))/x² at x = λθ, by their series where the differences cancel. */
function hestonLike(x: number): { readonly phi: number; readonly growth: number } {
  if (!(x > 0)) return { phi: Number.NaN, growth: Number.NaN };
  if (x > 1) return { phi: (x + Math.expm1(-x)) / (x * x), growth: (1 - (1 + x) * Math.exp(-x)) / (x * x) };
  let term = 1;
  let phi = 0;
  let growth = 0;
  for (let n = 2; n < 22; n += 1) {
    term /= n;
    phi += term;
    growth += term * (n - 1);
    term *= -x;
  }
  return { phi, growth };
}
