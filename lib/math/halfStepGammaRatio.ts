/** From here on the expansion is used; its first dropped term is below 2e-16. */
const ASYMPTOTIC = 12;

/**
 * Γ(x + ½)/Γ(x), the only thing that Student's t asks of the gamma function: two logarithms of it would lose the digits of large x.
 * Domain: x > 0; otherwise NaN.   Relative error below 3e-15.
 * ln of it is ½·ln x − 1/(8x) + 1/(192x³) − …, the coefficients (2^(−2k) − 1)·B₂ₖ·2/(2k·(2k − 1)), from 12 on; below by Γ(x + 1) = x·Γ(x).
 * Source: the expansion of ln Γ(x + a), NIST DLMF 5.11.8, of a = ½ less a = 0.   Checked: vectors/studentT.json, through the density.
 */
export function halfStepGammaRatio(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let shifted = x;
  let factor = 1;
  while (shifted < ASYMPTOTIC) {
    factor *= shifted / (shifted + 0.5);
    shifted += 1;
  }
  return factor * Math.sqrt(shifted) * Math.exp(correction(1 / shifted));
}

function correction(inverse: number): number {
  const square = inverse * inverse;
  const tail = 17 / 14_336 + square * (-31 / 18_432 + (square * 691) / 180_224);
  return inverse * (-1 / 8 + square * (1 / 192 + square * (-1 / 640 + square * tail)));
}
