import {
  type Complex,
  complexExpm1,
  complexInverse as inverse,
  complexProduct as product,
  complexScaled as scaled,
  complexSum as sum,
} from "@/lib/math/complex";
import { complexLog1p, complexSqrt } from "@/lib/math/complexFunctions";
import type { HestonConstants } from "./hestonConstants";

/** Which way the contour's ends bend: towards Re s = +∞, where e^(sx) falls off for x < 0, or the other way. */
export type Bend = 1 | -1;

/** One node: s, q = s(1 − s), Heston's exponent without jumps, and the factors of e^(exponent + sx) in what is integrated. */
export type ContourNode = {
  readonly s: Complex;
  readonly q: Complex;
  readonly exponent: Complex;
  /** Of the covered call less its cover, C − F; of that times ∂/∂x; of F²·∂²C/∂F²; of ∂C/∂√v₀; of ∂C/∂T. All per unit of strike. */
  readonly factors: readonly [Complex, Complex, Complex, Complex, Complex];
};

/** The contour's angle and size keep it, and a band of angle π/8 on both sides of it, between the payoff's poles at 0 and 1. */
const ANGLE = Math.PI / 8;
const SIZE = Math.SQRT2;

/**
 * Node of the hyperbola s = √2(sin θ·cosh y + i·cos θ·sinh y), θ = π/8, or of its mirror image in Re s = ½.
 * Source: S. Boyarchenko and S. Levendorskiĭ, "Sinh-acceleration" (2019).
 */
export function contourNode(c: HestonConstants, y: number, bend: Bend): ContourNode {
  const across = SIZE * Math.sin(ANGLE);
  const along = SIZE * Math.cos(ANGLE);
  const re = across * Math.cosh(y);
  const s = { re: bend > 0 ? re : 1 - re, im: along * Math.sinh(y) };
  const speed = { re: along * Math.cosh(y), im: -bend * across * Math.sinh(y) };
  const q = product(s, { re: 1 - s.re, im: -s.im });
  const { exponent, vega, growth } = exponentAt(c, s, q);
  const value = scaled(product(speed, inverse(q)), -1);
  const factors = [value, product(value, s), speed, product(value, vega), product(value, growth)] as const;
  return { s, q, exponent, factors };
}

/**
 * The exponent A + B·v₀ at any complex s off the real axis beyond the moments, as in {@link fillNode} but with q = s(1 − s) complex.
 * The logarithm's principal branch is the continuous one on both contours (looked at for 40,000 laws drawn at random).
 */
function exponentAt(c: HestonConstants, s: Complex, q: Complex) {
  const { squared, time, meanReversion, longRunVariance, initialVariance, volatilityOfVariance, correlation } = c;
  const pull = meanReversion * longRunVariance;
  const slope = -correlation * volatilityOfVariance;
  const beta = { re: meanReversion + slope * s.re, im: slope * s.im };
  // κ² + (σ² − 2κρσ)s − σ²(1 − ρ²)s²: β² + σ²q without the cancellation near ρ = ±1.
  const curve = { re: squared + 2 * meanReversion * slope - c.spread * s.re, im: -c.spread * s.im };
  const radicand = product(s, curve);
  const root = complexSqrt({ re: radicand.re + meanReversion * meanReversion, im: radicand.im });
  const { plus, excess } = rootsOf({ beta, root, q, squared });
  const decayed = scaled(complexExpm1(scaled(root, -time)), -1);
  const decay = { re: 1 - decayed.re, im: -decayed.im };
  const divisor = inverse(sum(plus, scaled(product(excess, decay), squared)));
  const b = scaled(product(product(q, decayed), divisor), -1);
  const lost = scaled(product(product(excess, decayed), inverse(root)), -0.5 * squared);
  const a = scaled(sum(scaled(excess, time), scaled(complexLog1p(lost), 2 / squared)), -pull);
  const ratio = product(root, divisor);
  const change = scaled(product(product(q, decay), product(ratio, ratio)), -2);
  return {
    exponent: sum(a, scaled(b, initialVariance)),
    vega: scaled(b, 2 * Math.sqrt(initialVariance)),
    growth: sum(scaled(b, pull), scaled(change, initialVariance)),
  };
}

/** D + β and (D − β)/σ², the smaller of D ± β from (D + β)(D − β) = σ²q. */
function rootsOf({ beta, root, q, squared }: { beta: Complex; root: Complex; q: Complex; squared: number }) {
  if (root.re * beta.re + root.im * beta.im >= 0) {
    const plus = sum(root, beta);
    return { plus, excess: product(q, inverse(plus)) };
  }
  const excess = scaled(sum(root, scaled(beta, -1)), 1 / squared);
  return { excess, plus: product(q, inverse(excess)) };
}
