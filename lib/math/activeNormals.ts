/**
 * The active set of a quadratic program: `basis` is L⁻ᵀ of the Hessian LLᵀ, its columns turned so that the first of them belong to the
 * active normals, whose triangle is `triangle` (column j holds the j-th normal, n entries apart).
 */
export type ActiveNormals = {
  readonly n: number;
  readonly basis: Float64Array;
  readonly triangle: Float64Array;
  /** basisᵀ × the normal in hand. */
  readonly turned: Float64Array;
  /** Indices of the active constraints, in the order they came in. */
  readonly active: number[];
};

/** No constraint active yet; null when the Hessian is not positive definite in doubles. */
export function activeNormals(hessian: Float64Array, n: number): ActiveNormals | null {
  const lower = Float64Array.from(hessian);
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = lower[row * n + column] as number;
      for (let k = 0; k < column; k += 1) sum -= (lower[row * n + k] as number) * (lower[column * n + k] as number);
      if (row !== column) lower[row * n + column] = sum / (lower[column * n + column] as number);
      else if (sum > 0) lower[row * n + row] = Math.sqrt(sum);
      else return null;
    }
  }
  const basis = new Float64Array(n * n);
  for (let column = 0; column < n; column += 1) {
    for (let row = column; row < n; row += 1) {
      let sum = row === column ? 1 : 0;
      for (let k = column; k < row; k += 1) sum -= (lower[row * n + k] as number) * (basis[column * n + k] as number);
      basis[column * n + row] = sum / (lower[row * n + row] as number);
    }
  }
  return { n, basis, triangle: new Float64Array(n * n), turned: new Float64Array(n), active: [] };
}

/** turned = basisᵀ × normal. */
export function turn({ n, basis, turned }: ActiveNormals, normal: Float64Array): void {
  turned.fill(0);
  for (let row = 0; row < n; row += 1) {
    const entry = normal[row] as number;
    if (entry === 0) continue;
    for (let column = 0; column < n; column += 1)
      turned[column] = (turned[column] as number) + (basis[row * n + column] as number) * entry;
  }
}

/** The normal in hand as a combination of the active ones. */
export function solveTriangle({ n, triangle, turned, active }: ActiveNormals): Float64Array {
  const solution = new Float64Array(active.length);
  for (let row = active.length - 1; row >= 0; row -= 1) {
    let sum = turned[row] as number;
    for (let column = row + 1; column < active.length; column += 1)
      sum -= (triangle[column * n + row] as number) * (solution[column] as number);
    solution[row] = sum / (triangle[row * n + row] as number);
  }
  return solution;
}

/** Makes the normal in hand the last active one: rotations gather its free part in one column of the basis. */
export function append(normals: ActiveNormals, constraint: number): void {
  const { n, triangle, turned, active } = normals;
  const last = active.length;
  for (let column = n - 1; column > last; column -= 1) {
    const length = Math.hypot(turned[column - 1] as number, turned[column] as number);
    if (length === 0) continue;
    rotate(normals, column - 1, {
      cosine: (turned[column - 1] as number) / length,
      sine: (turned[column] as number) / length,
    });
    turned[column - 1] = length;
    turned[column] = 0;
  }
  for (let row = 0; row <= last; row += 1) triangle[last * n + row] = turned[row] as number;
  active.push(constraint);
}

/** Lets go of the active constraint at a place and makes the triangle one again. */
export function release(normals: ActiveNormals, place: number): void {
  const { n, triangle, active } = normals;
  active.splice(place, 1);
  for (let column = place; column < active.length; column += 1) {
    for (let row = 0; row <= column + 1; row += 1)
      triangle[column * n + row] = triangle[(column + 1) * n + row] as number;
  }
  for (let row = place; row < active.length; row += 1) {
    const upper = triangle[row * n + row] as number;
    const lower = triangle[row * n + row + 1] as number;
    const length = Math.hypot(upper, lower);
    const turning = { cosine: upper / length, sine: lower / length };
    for (let column = row; column < active.length; column += 1) {
      const x = triangle[column * n + row] as number;
      const y = triangle[column * n + row + 1] as number;
      triangle[column * n + row] = turning.cosine * x + turning.sine * y;
      triangle[column * n + row + 1] = turning.cosine * y - turning.sine * x;
    }
    rotate(normals, row, turning);
  }
}

/** Turns two neighbouring columns of the basis. */
function rotate(
  { n, basis }: ActiveNormals,
  column: number,
  { cosine, sine }: { readonly cosine: number; readonly sine: number },
): void {
  for (let row = 0; row < n; row += 1) {
    const x = basis[row * n + column] as number;
    const y = basis[row * n + column + 1] as number;
    basis[row * n + column] = cosine * x + sine * y;
    basis[row * n + column + 1] = cosine * y - sine * x;
  }
}
