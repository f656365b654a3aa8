import { negativePlaces } from "@/lib/math/positivePolynomial";
import type { RawSvi } from "./VolatilitySurface";

/**
 * The k at which a slice allows butterfly arbitrage: where w ≤ 0 or Durrleman's g < `least`; one for every stretch, ascending, empty when
 * there is none at any real k. A proof up to rounding, wings included: with k = m + σ(u − 1/u)/2 the sign of g is that of a polynomial
 * of degree 10 in u > 0. `least` is a small margin above 0 or a tolerance below it.
 */
export function butterflyPlaces(svi: RawSvi, least = 0): readonly number[] {
  const { a, b, rho, m, sigma } = svi;
  if (!(a + b * sigma * Math.sqrt((1 - rho) * (1 + rho)) > 0)) return [lowestPlace(svi)];
  const right = b * (1 + rho);
  const left = b * (1 - rho);
  const variance = [0.5 * sigma * left, a, 0.5 * sigma * right];
  const slope = [-left, 0, right];
  const inner = sum(product(variance, TWICE_CIRCLE), product([-0.5 * sigma, m, 0.5 * sigma], slope), -1);
  const square = product(variance, variance);
  const spread = sum(square, [0, ...variance, 0], 4);
  const body = sum(product(inner, inner), product(product(slope, slope), spread), -0.25);
  const room = sum(body, product(square, CIRCLE_SQUARED), -4 * least);
  const whole = sum(product(room, CIRCLE), [0, 0, 0, ...square, 0, 0, 0], (16 * b) / sigma);
  return negativePlaces(whole).map((u) => m + 0.5 * sigma * (u - 1 / u));
}

/**
 * The k at which the later slice's w is below the earlier one's plus `margin`; as {@link butterflyPlaces}. With k = m + σ(u − 1/u)/2 of the
 * later slice, w₂ − a₁ − b₁ρ₁(k − m₁) ≥ b₁√((k − m₁)² + σ₁²) is one quadratic and, squared, one quartic in u that may not be negative.
 */
export function calendarPlaces(earlier: RawSvi, later: RawSvi, margin = 0): readonly number[] {
  const { m, sigma } = later;
  const moved = [-0.5 * sigma, m - earlier.m, 0.5 * sigma];
  const line = earlier.b * earlier.rho;
  const gap = [
    0.5 * sigma * later.b * (1 - later.rho) - line * (moved[0] as number),
    later.a - earlier.a - margin - line * (moved[1] as number),
    0.5 * sigma * later.b * (1 + later.rho) - line * (moved[2] as number),
  ];
  const root = product(moved, moved);
  root[2] = (root[2] as number) + earlier.sigma * earlier.sigma;
  const squares = sum(product(gap, gap), root, -earlier.b * earlier.b);
  const places = [...negativePlaces(gap), ...negativePlaces(squares)].map((u) => m + 0.5 * sigma * (u - 1 / u));
  return places.sort((x, y) => x - y);
}

/** The k of the least total variance; the middle where a wing is flat. */
function lowestPlace({ rho, m, sigma }: RawSvi): number {
  const cosine = Math.sqrt((1 - rho) * (1 + rho));
  return cosine > 0 ? m - (rho * sigma) / cosine : m;
}

const CIRCLE = [1, 0, 1];
const TWICE_CIRCLE = [2, 0, 2];
const CIRCLE_SQUARED = [1, 0, 2, 0, 1];

function product(left: readonly number[], right: readonly number[]): number[] {
  const powers: number[] = [];
  for (let power = 0; power < left.length + right.length - 1; power += 1) {
    let sum = 0;
    for (let i = Math.max(0, power - right.length + 1); i < left.length && i <= power; i += 1)
      sum += (left[i] as number) * (right[power - i] as number);
    powers.push(sum);
  }
  return powers;
}

/** left + factor × right, of one length. */
function sum(left: readonly number[], right: readonly number[], factor: number): number[] {
  const powers: number[] = [];
  for (let power = 0; power < left.length; power += 1)
    powers.push((left[power] as number) + factor * (right[power] as number));
  return powers;
}
