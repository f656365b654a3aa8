/** Values of a profit at the same prices. */
export type Sampled = readonly number[];

/** How many units of each part come nearest to a target, and how far they stay from it. */
export type NearestMix = {
  /** 0 or more, one a part. */
  readonly units: readonly number[];
  /** Root of the sum of squares of what is left, over that of the target: 0 is the same payoff, 1 is as far as nothing at all. */
  readonly distance: number;
};

/**
 * The units, none below 0, of one or two parts whose sum is nearest to a target in the mean square over its prices. Exact: of two the better of both
 * together, where both are above 0, and each alone. NaN where the target is nothing but zeros.
 */
export function nearestMix(target: Sampled, parts: readonly Sampled[]): NearestMix {
  const alone = parts.map((part, index) => {
    const units = parts.map(() => 0);
    units[index] = Math.max(0, dot(target, part) / dot(part, part) || 0);
    return mixOf(target, parts, units);
  });
  const together = parts.length === 2 ? bothUnits(target, parts) : null;
  const all = together === null ? alone : [...alone, mixOf(target, parts, together)];
  return all.reduce((best, mix) => (mix.distance < best.distance ? mix : best), mixOf(target, parts, zeros(parts)));
}

/** The units of two parts by the normal equations; null where one is not above 0, or the parts are one line. */
function bothUnits(target: Sampled, [first = [], second = []]: readonly Sampled[]): readonly number[] | null {
  const [aa, ab, bb] = [dot(first, first), dot(first, second), dot(second, second)];
  const [ta, tb] = [dot(target, first), dot(target, second)];
  const determinant = aa * bb - ab * ab;
  if (!(determinant > 1e-9 * aa * bb)) return null;
  const units = [(ta * bb - tb * ab) / determinant, (tb * aa - ta * ab) / determinant];
  return units.every((count) => count > 0) ? units : null;
}

function mixOf(target: Sampled, parts: readonly Sampled[], units: readonly number[]): NearestMix {
  const left = target.map((value, place) =>
    parts.reduce((rest, part, index) => rest - (units[index] ?? 0) * (part[place] ?? Number.NaN), value),
  );
  return { units, distance: Math.sqrt(dot(left, left) / dot(target, target)) };
}

function zeros(parts: readonly Sampled[]): readonly number[] {
  return parts.map(() => 0);
}

function dot(a: Sampled, b: Sampled): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? Number.NaN), 0);
}
