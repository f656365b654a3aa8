import type { Complex } from "./complex";

/** The square root with real part at least 0, without cancellation; √(−0 ± 0i) is 0. */
export function complexSqrt({ re, im }: Complex): Complex {
  const size = Math.hypot(re, im);
  if (size === 0) return { re: 0, im: 0 };
  const larger = Math.sqrt(0.5 * (size + Math.abs(re)));
  const smaller = (0.5 * Math.abs(im)) / larger;
  const sign = im < 0 ? -1 : 1;
  return re >= 0 ? { re: larger, im: sign * smaller } : { re: smaller, im: sign * larger };
}

/** ln(1 + a), imaginary part in (−π, π], without cancellation near a = 0. */
export function complexLog1p({ re, im }: Complex): Complex {
  const square = re * re + im * im;
  const real = square < 0.25 ? 0.5 * Math.log1p(2 * re + square) : Math.log(Math.hypot(1 + re, im));
  return { re: real, im: Math.atan2(im, 1 + re) };
}
