import { sviDerivatives, sviDurrleman } from "./svi";
import type { RawSvi } from "./VolatilitySurface";

/** Durrleman's g over a stretch of k. */
export type SviButterfly = {
  /** The least g, and where. */
  readonly least: number;
  readonly place: number;
  /** Where g changes its sign, ascending. */
  readonly roots: readonly number[];
};

/** Steps of the first look; extremes nearer to each other than one of them are not told apart. */
const STEPS = 1500;

/**
 * The least value of g between two k and the places where it changes sign: a scan whose extremes and crossings are then found to rounding
 * by halving. For looking at a slice; whether it is free of arbitrage at every k is decided by the polynomial of sviArbitrage.
 * Domain: w > 0 throughout, from < to; otherwise NaN and no roots.   Error of `least` and `roots` below 1e-12.   Checked: vectors/svi.json.
 */
export function sviButterfly(svi: RawSvi, { from, to }: { readonly from: number; readonly to: number }): SviButterfly {
  const at = (step: number) => from + ((to - from) * step) / STEPS;
  const g = (k: number) => sviDurrleman(svi, k);
  const slope = (k: number) => durrlemanSlope(svi, k);
  let [least, place] = [g(from), from];
  const roots: number[] = [];
  for (let step = 1; step <= STEPS; step += 1) {
    const [low, high] = [at(step - 1), at(step)];
    if (g(low) < 0 !== g(high) < 0) roots.push(crossing(g, low, high));
    const bottom = slope(low) < 0 && slope(high) > 0 ? crossing(slope, low, high) : high;
    const value = g(bottom);
    if (!(value >= least)) [least, place] = [value, bottom];
  }
  return { least, place, roots };
}

/** ∂g/∂k. */
function durrlemanSlope(svi: RawSvi, k: number): number {
  const { w, slope, curvature } = sviDerivatives(svi, k);
  const z = k - svi.m;
  const square = z * z + svi.sigma * svi.sigma;
  const third = (-3 * curvature * z) / square;
  const inner = 1 - (0.5 * k * slope) / w;
  const turn = (0.5 * (slope + k * curvature)) / w - (0.5 * k * slope * slope) / (w * w);
  const spread = 0.5 * slope * curvature * (1 / w + 0.25) - (0.25 * slope * slope * slope) / (w * w);
  return -2 * inner * turn - spread + 0.5 * third;
}

/** Where a function that has two signs at the ends has none. */
function crossing(value: (k: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const isNegative = value(low) < 0;
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = 0.5 * (low + high);
    if (value(middle) < 0 === isNegative) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}
