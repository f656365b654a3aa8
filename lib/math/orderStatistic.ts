/** Stretches longer than this are narrowed by a sample first. Chooses the path. */
const LONG = 600;

/**
 * The value that stands at `rank` (0 the smallest) once `values` are sorted, without sorting them: after it everything before that place is at
 * most as large, everything behind at least. Reorders in place; expected time is proportional to the count, not more where values repeat.
 * Domain: 0 ≤ rank < length, otherwise NaN; with a NaN among the values the order means nothing.
 * Source: R. W. Floyd and R. L. Rivest, "Expected time bounds for selection" (1975).
 */
export function orderStatistic(values: Float64Array, rank: number, within: Stretch = {}): number {
  const { from = 0, to = values.length } = within;
  if (!(rank >= from && rank < to)) return Number.NaN;
  narrow(values, rank, [from, to - 1]);
  return values[rank] as number;
}

/** The stretch [from, to) that is looked at, where it is known that the rank lies within it: the whole when left out. */
export type Stretch = { readonly from?: number; readonly to?: number };

function narrow(values: Float64Array, rank: number, [from, to]: readonly [number, number]): void {
  let left = from;
  let right = to;
  while (right > left) {
    if (right - left > LONG) narrow(values, rank, sampleAround(rank, left, right));
    const [below, above] = partition(values, rank, [left, right]);
    if (below < rank) left = above;
    if (rank < above) right = below;
  }
}

/** The places whose own selection brings a value close to the wanted one to `rank`. */
function sampleAround(rank: number, left: number, right: number): readonly [number, number] {
  const count = right - left + 1;
  const place = rank - left + 1;
  const log = Math.log(count);
  const size = 0.5 * Math.exp((2 * log) / 3);
  const spread = 0.5 * Math.sqrt((log * size * (count - size)) / count) * Math.sign(place - count / 2);
  return [
    Math.max(left, Math.floor(rank - (place * size) / count + spread)),
    Math.min(right, Math.floor(rank + ((count - place) * size) / count + spread)),
  ];
}

/** Puts what is at most the value at `rank` first and what is at least it last; tells the last place of the former and the first of the latter, which may have one place between them. */
function partition(values: Float64Array, rank: number, ends: readonly [number, number]): [number, number] {
  const pivot = values[rank] as number;
  let [low, high] = ends;
  while (low <= high) {
    while ((values[low] as number) < pivot) low += 1;
    while ((values[high] as number) > pivot) high -= 1;
    if (low > high) break;
    const value = values[low] as number;
    values[low] = values[high] as number;
    values[high] = value;
    low += 1;
    high -= 1;
  }
  return [high, low];
}
