import { expOfSum } from "./expOfSum";
import { upperMillsRatio } from "./upperMillsRatio";

const SQRT_2_OVER_PI = 0.7978845608028654;
/** Below it e^(x²) leaves the table of R; chooses the path. */
const LEFT = -0.5;
/** Beyond −27 the result exceeds a double. */
const LARGEST = 27;

/**
 * Scaled complementary error function, e^(x²)·erfc(x) = √(2/π)·R(√2·x) with Mills' ratio R.
 * Domain: all reals; NaN → NaN; +∞ → 0; below −26.6 → +∞ (beyond a double).   Relative error below 1e-15.
 * Checked: vectors/normal.json.
 */
export function erfcx(x: number): number {
  if (!(x < LEFT)) return SQRT_2_OVER_PI * upperMillsRatio(Math.SQRT2 * x);
  if (x < -LARGEST) return Number.POSITIVE_INFINITY;
  const head = Math.fround(x);
  return 2 * expOfSum(head * head, (x - head) * (x + head)) - erfcx(-x);
}
