import { expOfSum } from "./expOfSum";
import { fillLogs } from "./fillLogs";

/** As many terms of the series as reach a rounding for |x| ≤ ½. */
const TERMS = 17;
const [HIGH, LOW] = [new Float64Array(1), new Float64Array(1)];

/**
 * ln x, the same digits in every JavaScript engine, which Math.log does not promise.
 * Domain: x > 0; 0 → −∞, below NaN.   Error below 1 ulp.   Source and checks: those of {@link fillLogs}.
 */
export function portableLog(x: number): number {
  HIGH[0] = x;
  LOW[0] = 0;
  fillLogs(HIGH, LOW, 1);
  return HIGH[0] as number;
}

/**
 * e^x − 1 without its cancellation near 0, the same digits in every JavaScript engine, which Math.expm1 does not promise.
 * Domain: all reals; NaN → NaN.   Relative error below 4 ulp.
 */
export function portableExpm1(x: number): number {
  if (!(Math.abs(x) <= 0.5)) return expOfSum(x, 0) - 1;
  let rest = 1;
  for (let term = TERMS; term > 1; term -= 1) rest = 1 + (x * rest) / term;
  return x * rest;
}
