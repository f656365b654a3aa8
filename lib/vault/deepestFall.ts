/**
 * The deepest fall from an earlier high, as a share of that high: 0 when nothing ever fell, 1 when all was lost. Levels
 * above 0 in the order of time; fewer than two never fell.
 */
export function deepestFall(levels: readonly number[]): number {
  let high = 0;
  let deepest = 0;
  for (const level of levels) {
    high = Math.max(high, level);
    if (high > 0) deepest = Math.max(deepest, 1 - level / high);
  }
  return deepest;
}
