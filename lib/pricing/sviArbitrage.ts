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
  const circle = [1, 0, 1];
  const doubled = product(variance, [2, 0, 2]);
  const moved = product([-0.5 * sigma, m, 0.5 * sigma], slope);
  const inner = doubled.map((value, power) => value - (moved[power] ?? 0));
  const square = product(variance, variance);
  const spread = square.map((value, power) => value + 4 * (variance[power - 1] ?? 0));
  const quarter = product(product(slope, slope), spread);
  const body = product(inner, inner).map((value, power) => value - 0.25 * (quarter[power] ?? 0));
  const margin = product(square, product(circle, circle));
  const whole = product(
    body.map((value, power) => sigma * (value - 4 * least * (margin[power] ?? 0))),
    circle,
  );
  for (let power = 0; power < 5; power += 1) whole[power + 3] = (whole[power + 3] ?? 0) + 16 * b * (square[power] ?? 0);
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
    0.5 * sigma * later.b * (1 - later.rho) - line * (moved[0] ?? 0),
    later.a - earlier.a - margin - line * (moved[1] ?? 0),
    0.5 * sigma * later.b * (1 + later.rho) - line * (moved[2] ?? 0),
  ];
  const root = product(moved, moved);
  root[2] = (root[2] ?? 0) + earlier.sigma * earlier.sigma;
  const squares = product(gap, gap).map((value, power) => value - earlier.b * earlier.b * (root[power] ?? 0));
  const places = [...negativePlaces(gap), ...negativePlaces(squares)].map((u) => m + 0.5 * sigma * (u - 1 / u));
  return places.sort((x, y) => x - y);
}

/** The k of the least total variance; the middle where a wing is flat. */
function lowestPlace({ rho, m, sigma }: RawSvi): number {
  const cosine = Math.sqrt((1 - rho) * (1 + rho));
  return cosine > 0 ? m - (rho * sigma) / cosine : m;
}

function product(left: readonly number[], right: readonly number[]): number[] {
  const powers = new Array<number>(left.length + right.length - 1).fill(0);
  left.forEach((x, i) => {
    right.forEach((y, j) => {
      powers[i + j] = (powers[i + j] ?? 0) + x * y;
    });
  });
  return powers;
}
