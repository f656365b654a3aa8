import type { RawSvi } from "./VolatilitySurface";

/** Total variance at one k = ln(K/F) and its first two derivatives in k. */
export type TotalVariance = { readonly w: number; readonly slope: number; readonly curvature: number };

/**
 * w(k) of a raw SVI slice.
 * Domain: b ≥ 0, σ > 0, |ρ| ≤ 1, otherwise NaN; k any real.   Absolute error: roundings of a and of b·(|k − m| + σ).
 * Source: Gatheral (2004).   Checked: vectors/svi.json.
 */
export function sviTotalVariance(svi: RawSvi, k: number): number {
  if (!isSvi(svi)) return Number.NaN;
  const z = k - svi.m;
  return svi.a + svi.b * (svi.rho * z + Math.sqrt(z * z + svi.sigma * svi.sigma));
}

/** w, w′ and w″ at k; domain as {@link sviTotalVariance}. */
export function sviDerivatives(svi: RawSvi, k: number): TotalVariance {
  const { b, rho, m, sigma } = svi;
  const z = k - m;
  const root = Math.sqrt(z * z + sigma * sigma);
  const w = sviTotalVariance(svi, k);
  if (Number.isNaN(w)) return { w, slope: w, curvature: w };
  return { w, slope: b * (rho + z / root), curvature: (b * (sigma / root) * (sigma / root)) / root };
}

/**
 * Durrleman's g: the density of ln(S/F) over φ(d₂)/√w. A slice is free of butterfly arbitrage when w > 0 and g ≥ 0 at every k.
 * Domain: w > 0, otherwise NaN.   Absolute error below 1e-12 on the vectors.
 * Source: Gatheral and Jacquier, "Arbitrage-free SVI volatility surfaces" (2014), equation 2.1.   Checked: vectors/svi.json.
 */
export function durrleman({ w, slope, curvature }: TotalVariance, k: number): number {
  if (!(w > 0)) return Number.NaN;
  const inner = 1 - (0.5 * k * slope) / w;
  return inner * inner - 0.25 * slope * slope * (1 / w + 0.25) + 0.5 * curvature;
}

/** g of a raw SVI slice at k. */
export function sviDurrleman(svi: RawSvi, k: number): number {
  return durrleman(sviDerivatives(svi, k), k);
}

/** Is this a raw SVI slice at all: finite, b ≥ 0, |ρ| ≤ 1, σ > 0? Says nothing of arbitrage. */
function isSvi({ a, b, rho, m, sigma }: RawSvi): boolean {
  return Number.isFinite(a + m) && b >= 0 && b < Number.POSITIVE_INFINITY && Math.abs(rho) <= 1 && sigma > 0;
}
