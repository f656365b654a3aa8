/**
 * Re Σ cₙ·e^(inθ) over n = 0 … count − 1: a complex polynomial on the unit circle, in Horner's form, even and odd powers apart.
 * `coefficients` holds real and imaginary parts in turn. Any real θ.   Error below 4·count ulp of Σ|cₙ|, and far less when they fall.
 */
export function polynomialOnCircle(coefficients: Float64Array, count: number, angle: number): number {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const squareRe = (cos - sin) * (cos + sin);
  const squareIm = 2 * sin * cos;
  let evenRe = 0;
  let evenIm = 0;
  let oddRe = 0;
  let oddIm = 0;
  let at = 2 * count;
  if (count % 2 === 1) {
    at -= 2;
    evenRe = coefficients[at] as number;
    evenIm = coefficients[at + 1] as number;
  }
  while (at > 0) {
    at -= 4;
    const even = evenRe * squareRe - evenIm * squareIm + (coefficients[at] as number);
    evenIm = evenRe * squareIm + evenIm * squareRe + (coefficients[at + 1] as number);
    evenRe = even;
    const odd = oddRe * squareRe - oddIm * squareIm + (coefficients[at + 2] as number);
    oddIm = oddRe * squareIm + oddIm * squareRe + (coefficients[at + 3] as number);
    oddRe = odd;
  }
  return evenRe + cos * oddRe - sin * oddIm;
}
