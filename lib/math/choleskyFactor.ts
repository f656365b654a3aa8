/** A square matrix by its rows. */
export type Matrix = readonly (readonly number[])[];

/** Relative to the diagonal; a pivot this close to 0 is a direction that others already span. */
const NEGLIGIBLE = 1e-12;

/**
 * The lower triangular L with L·Lᵀ = the matrix, row after row in one column of n². Null when the matrix is not symmetric and positive
 * semi-definite; a semi-definite one, as with a correlation of 1, has columns of zeros.
 * Error below n·1e-15 of the diagonal, for a semi-definite matrix 1e-6.
 * Source: N. J. Higham, "Accuracy and Stability of Numerical Algorithms" (2002), 10.1 and 10.3.
 */
export function choleskyFactor(matrix: Matrix): Float64Array | null {
  const size = matrix.length;
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    const entries = matrix[row] ?? [];
    if (entries.length !== size) return null;
    for (let column = 0; column <= row; column += 1) {
      const entry = entries[column] ?? Number.NaN;
      if (entry !== matrix[column]?.[row]) return null;
      const left = entry - productOf(factor, { row, column, size });
      const scale = entries[row] ?? Number.NaN;
      if (column === row) {
        if (!(left >= -NEGLIGIBLE * scale)) return null;
        factor[row * size + row] = left > NEGLIGIBLE * scale ? Math.sqrt(left) : 0;
      } else {
        const pivot = factor[column * size + column] ?? Number.NaN;
        if (pivot === 0 && Math.abs(left) > Math.sqrt(NEGLIGIBLE * scale * (matrix[column]?.[column] ?? 0)))
          return null;
        factor[row * size + column] = pivot === 0 ? 0 : left / pivot;
      }
    }
  }
  return factor;
}

/** Sum over the columns before both of the products of two rows of the factor. */
function productOf(
  factor: Float64Array,
  { row, column, size }: { readonly row: number; readonly column: number; readonly size: number },
): number {
  let sum = 0;
  for (let before = 0; before < column; before += 1) {
    sum += (factor[row * size + before] as number) * (factor[column * size + before] as number);
  }
  return sum;
}
