import type { HestonConstants } from "./hestonConstants";

/** J = e^(νs + δ²s²/2) at the node last added. */
export const jumpAt = { re: 0, im: 0 };

/** Adds λT(J − 1 − s·k̄) at s = ½ + iu to the exponent, and to the bound of its real part what bounds it there. */
export function addJumpExponent(c: HestonConstants, u: number, out: Float64Array): void {
  const { jumpIntensity, meanLogJump, jumpDeviation, meanJump, time } = c;
  const variance = jumpDeviation * jumpDeviation;
  const size = Math.exp(0.5 * meanLogJump + 0.5 * variance * (0.25 - u * u));
  const angle = u * (meanLogJump + 0.5 * variance);
  jumpAt.re = size * Math.cos(angle);
  jumpAt.im = size * Math.sin(angle);
  const mean = jumpIntensity * time;
  out[0] = (out[0] as number) + mean * (jumpAt.re - 1 - 0.5 * meanJump);
  out[1] = (out[1] as number) + mean * (jumpAt.im - u * meanJump);
  out[2] = (out[2] as number) + mean * (size - 1 - 0.5 * meanJump);
}
