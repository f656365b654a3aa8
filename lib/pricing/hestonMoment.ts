import type { HestonConstants } from "./hestonConstants";

/** Below this σ the closed form loses digits to cancellation while the moment no longer depends on σ. Chooses a path. */
const LEAST_VOLATILITY = 1e-4;

/**
 * ln E[e^(aX)] of Heston's and Bates's law at real a, +∞ where the moment has exploded by the time.
 * With d² = β² + σ²a(1 − a), β = κ − ρσa: f = cosh(dT/2) + (β/d)·sinh(dT/2), trigonometric for d² < 0, is above 0 until then.
 * Good to about 1e-6: it bounds what the quadrature leaves out and enters no price.
 * Source: L. Andersen and V. Piterbarg, "Moment explosions in stochastic volatility models" (2007).
 */
export function hestonLogMoment(c: HestonConstants, power: number): number {
  const sigma = Math.max(c.volatilityOfVariance, LEAST_VOLATILITY);
  const q = power * (1 - power);
  const beta = c.meanReversion - c.correlation * sigma * power;
  const square = beta * beta + sigma * sigma * q;
  const root = Math.sqrt(Math.abs(square)) + Number.MIN_VALUE;
  const angle = 0.5 * root * c.time;
  let logFactor: number;
  let ratio: number;
  if (square < 0) {
    if (angle >= Math.atan2(root, -beta)) return Number.POSITIVE_INFINITY;
    const factor = Math.cos(angle) + (beta / root) * Math.sin(angle);
    logFactor = Math.log(factor);
    ratio = Math.sin(angle) / (root * factor);
  } else {
    const decay = Math.exp(-2 * angle);
    const factor = 0.5 * (1 + decay + (beta / root) * (1 - decay));
    if (factor <= 0) return Number.POSITIVE_INFINITY;
    logFactor = angle + Math.log(factor);
    ratio = (0.5 * (1 - decay)) / (root * factor);
  }
  const level = (c.meanReversion * c.longRunVariance * (beta * c.time - 2 * logFactor)) / (sigma * sigma);
  return level - q * ratio * c.initialVariance + jumpLogMoment(c, power);
}

function jumpLogMoment(c: HestonConstants, power: number): number {
  if (c.jumpIntensity === 0) return 0;
  const jump = Math.expm1(c.meanLogJump * power + 0.5 * (c.jumpDeviation * power) ** 2);
  return c.jumpIntensity * c.time * (jump - power * c.meanJump);
}
