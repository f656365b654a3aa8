/** Depth of halving at which a piece that is neither shown positive nor found negative counts as found: 2⁻³⁰ of the line. */
const DEEPEST = 30;

/**
 * Where a polynomial is negative on (0, ∞): one u in every stretch that halving meets, ascending; empty when it is nowhere negative, which
 * is then a proof up to rounding and not a scan. `coefficients` with the lowest power first, degree at most 20.
 *
 * On x = u/(1 + u) in (0, 1) the coefficients become Bernstein's: when none is negative the polynomial is not; otherwise the
 * interval is halved (de Casteljau). A piece still undecided at the smallest size touches 0 to rounding and is reported too.
 * NaN among the coefficients: [NaN].
 */
export function negativePlaces(coefficients: ArrayLike<number>): readonly number[] {
  const bernstein = Float64Array.from(coefficients);
  const degree = bernstein.length - 1;
  let binomial = 1;
  let isPositive = true;
  for (let power = 0; power <= degree; power += 1) {
    const value = (bernstein[power] as number) / binomial;
    bernstein[power] = value;
    if (!(value >= 0)) isPositive = false;
    binomial = (binomial * (degree - power)) / (power + 1);
  }
  if (isPositive) return [];
  if (bernstein.some(Number.isNaN)) return [Number.NaN];
  const places: number[] = [];
  search({ bernstein, from: 0, to: 1 }, 0, places);
  return places.sort((a, b) => a - b);
}

type Piece = { readonly bernstein: Float64Array; readonly from: number; readonly to: number };

function search({ bernstein, from, to }: Piece, depth: number, places: number[]): void {
  let least = 0;
  for (const value of bernstein) if (value < least) least = value;
  if (least === 0) return;
  const middle = 0.5 * (from + to);
  const left = new Float64Array(bernstein.length);
  const right = halve(bernstein, left);
  const value = right[0] as number;
  if (value < 0 || depth >= DEEPEST) {
    places.push(middle / (1 - middle));
    if (depth >= DEEPEST) return;
  }
  search({ bernstein: left, from, to: middle }, depth + (value < 0 ? 8 : 1), places);
  search({ bernstein: right, from: middle, to }, depth + (value < 0 ? 8 : 1), places);
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
