/** Depth of halving at which a piece that is neither shown positive nor found negative counts as found: 2⁻³⁰ of the line. */
const DEEPEST = 30;
/** How often the pieces beside a found place are halved, so that its stretch is seen from within. */
const LOOKING_AROUND = 4;

/**
 * Where a polynomial is negative on (0, ∞): one u in every stretch that halving meets, ascending; empty when it is nowhere negative, which
 * is then a proof up to rounding and not a scan. `coefficients` with the lowest power first, degree at most 20.
 *
 * On x = u/(1 + u) in (0, 1) the coefficients become Bernstein's: when none is negative the polynomial is not; otherwise the
 * interval is halved (de Casteljau). A piece still undecided at the smallest size touches 0 to rounding and is reported too.
 * NaN among the coefficients: [NaN].
 */
export function negativePlaces(coefficients: ArrayLike<number>): readonly number[] {
  const bernstein = new Float64Array(coefficients);
  const degree = bernstein.length - 1;
  let binomial = 1;
  for (let power = 0; power <= degree; power += 1) {
    const value = (bernstein[power] as number) / binomial;
    bernstein[power] = value;
    binomial = (binomial * (degree - power)) / (power + 1);
  }
  if (isNowhereNegative(bernstein)) return [];
  if (bernstein.some(Number.isNaN)) return [Number.NaN];
  const places: number[] = [];
  search({ bernstein, from: 0, to: 1 }, { left: DEEPEST, isBeside: false }, places);
  return places.sort((a, b) => a - b);
}

type Piece = { readonly bernstein: Float64Array; readonly from: number; readonly to: number };

/** `left` is how often the piece may still be halved, `isBeside` whether a place next to it was reported. */
function search(
  piece: Piece,
  { left, isBeside }: { readonly left: number; readonly isBeside: boolean },
  places: number[],
): void {
  const { bernstein, from, to } = piece;
  if (isNowhereNegative(bernstein) || (left === 0 && isBeside)) return;
  const middle = 0.5 * (from + to);
  const lower = new Float64Array(bernstein.length);
  const upper = halve(bernstein, lower);
  const isFound = (upper[0] as number) < 0;
  if (isFound || left === 0) places.push(middle / (1 - middle));
  if (left === 0) return;
  const next = isFound && !isBeside ? { left: LOOKING_AROUND, isBeside: true } : { left: left - 1, isBeside };
  search({ bernstein: lower, from, to: middle }, next, places);
  search({ bernstein: upper, from: middle, to }, next, places);
}

function isNowhereNegative(bernstein: Float64Array): boolean {
  for (let index = 0; index < bernstein.length; index += 1) if (!((bernstein[index] as number) >= 0)) return false;
  return true;
}

/** De Casteljau at ½: fills `left`, returns the right half. */
function halve(bernstein: Float64Array, left: Float64Array): Float64Array {
  const right = Float64Array.from(bernstein);
  const last = right.length - 1;
  for (let level = 0; level <= last; level += 1) {
    left[level] = right[0] as number;
    for (let index = 0; index < last - level; index += 1)
      right[index] = 0.5 * ((right[index] as number) + (right[index + 1] as number));
  }
  return right;
}
