/** Of the stretch that is left. Chooses the path. */
const GOLDEN = 0.6180339887498949;
/** Narrowings: each leaves 0.618 of the stretch, so that a billionth is left. */
const NARROWINGS = 43;

/** A place and the value there. */
export type Minimum = { readonly x: number; readonly value: number };

/**
 * The least value of a convex function between `from` and `to`, ends included, its place to a billionth of the stretch. Of a function that is not
 * convex some local least. Source: J. Kiefer, "Sequential minimax search for a maximum" (1953).
 */
export function goldenSection(
  valueAt: (x: number) => number,
  { from, to }: { readonly from: number; readonly to: number },
): Minimum {
  const at = (x: number): Minimum => ({ x, value: valueAt(x) });
  let [low, high] = [from, to];
  let left = at(high - GOLDEN * (high - low));
  let right = at(low + GOLDEN * (high - low));
  for (let narrowing = 0; narrowing < NARROWINGS; narrowing += 1) {
    if (left.value <= right.value) {
      high = right.x;
      right = left;
      left = at(high - GOLDEN * (high - low));
    } else {
      low = left.x;
      left = right;
      right = at(low + GOLDEN * (high - low));
    }
  }
  const candidates = [at(from), left, right, at(to)];
  return candidates.reduce((least, candidate) => (candidate.value < least.value ? candidate : least));
}
