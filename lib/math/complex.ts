/** A complex number. For set-up work: inner loops keep real and imaginary parts in arrays of their own. */
export type Complex = { readonly re: number; readonly im: number };

/** a + b. */
export function complexSum(a: Complex, b: Complex): Complex {
  return { re: a.re + b.re, im: a.im + b.im };
}

/** a · b. */
export function complexProduct(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

/** a · b for real b. */
export function complexScaled(a: Complex, b: number): Complex {
  return { re: a.re * b, im: a.im * b };
}

/** 1 / a; without a number at 0, and where |a|² leaves the range of doubles. */
export function complexInverse(a: Complex): Complex {
  const square = a.re * a.re + a.im * a.im;
  return { re: a.re / square, im: -a.im / square };
}

/** e^a. */
export function complexExp(a: Complex): Complex {
  const size = Math.exp(a.re);
  return { re: size * Math.cos(a.im), im: size * Math.sin(a.im) };
}

/** e^a − 1, without cancellation near 0: (e^x − 1)·cos y + (cos y − 1) for the real part, cos y − 1 = −2·sin²(y/2). */
export function complexExpm1(a: Complex): Complex {
  const half = Math.sin(0.5 * a.im);
  const less = -2 * half * half;
  const growth = Math.expm1(a.re);
  return { re: growth * (1 + less) + less, im: (growth + 1) * Math.sin(a.im) };
}
