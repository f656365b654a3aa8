import { upperMillsRatio } from "@/lib/math/upperMillsRatio";

/**
 * Black's undiscounted values at one log-moneyness x = ln(F/K) and deviation s, per unit of forward or strike. Filled anew by
 * {@link fillBlackTerm}, because a mixture needs thousands of them.
 */
export type BlackTerm = {
  /** Which option is asked for. */
  isPut: boolean;
  /** Call / F, or put / K. */
  price: number;
  /** Φ(d₁). */
  above: number;
  /** Φ(−d₂): probability that the price ends below the strike. */
  below: number;
  /** φ(d₁). */
  density: number;
};

const INVERSE_SQRT_2PI = 0.3989422804014327;

/** A term without values. */
export function blackTerm(): BlackTerm {
  return { isPut: false, price: Number.NaN, above: Number.NaN, below: Number.NaN, density: Number.NaN };
}

/**
 * With Mills' ratio m(d) = Φ(−|d|)/φ(d) and F·φ(d₁) = K·φ(d₂), φ(d₁) (or φ(d₂), for a put) is the common factor of the price, and no tail is
 * lost to 1 − Φ.
 * Domain: s ≥ 0. At s = 0 the price is certain: at x = 0 Φ(d₁) is its limit ½, φ(d₁) is φ(0), and nothing lies below.
 * Error below 4e-16 of forward or strike; out of the money relative below 1e-15·|d|/s.
 */
export function fillBlackTerm(term: BlackTerm, x: number, s: number): void {
  if (s === 0) {
    certain(term, x);
    return;
  }
  const { isPut } = term;
  const d1 = x / s + 0.5 * s;
  const d2 = x / s - 0.5 * s;
  const m1 = upperMillsRatio(Math.abs(d1));
  const m2 = upperMillsRatio(Math.abs(d2));
  const density1 = INVERSE_SQRT_2PI * Math.exp(-0.5 * d1 * d1);
  const density2 = INVERSE_SQRT_2PI * Math.exp(-0.5 * d2 * d2);
  term.density = density1;
  term.above = d1 < 0 ? density1 * m1 : 1 - density1 * m1;
  term.below = d2 > 0 ? density2 * m2 : 1 - density2 * m2;
  const density = isPut ? density2 : density1;
  if (d1 >= 0 && d2 <= 0) term.price = 1 - density * (m1 + m2);
  else if (isPut) term.price = (d1 < 0 ? -Math.expm1(x) : 0) + density * Math.abs(m1 - m2);
  else term.price = (d2 > 0 ? -Math.expm1(-x) : 0) + density * Math.abs(m1 - m2);
}

function certain(term: BlackTerm, x: number): void {
  term.density = x === 0 ? INVERSE_SQRT_2PI : 0;
  term.above = 0.5 * (1 + Math.sign(x));
  term.below = x < 0 ? 1 : 0;
  term.price = term.isPut ? Math.max(0, -Math.expm1(x)) : Math.max(0, -Math.expm1(-x));
}
