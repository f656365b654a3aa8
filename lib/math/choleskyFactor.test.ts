import { describe, expect, test } from "vitest";
import { choleskyFactor, type Matrix } from "./choleskyFactor";

function squared(factor: Float64Array, size: number): number[][] {
  const row = (index: number) => Array.from(factor.subarray(index * size, (index + 1) * size));
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => row(i).reduce((sum, entry, k) => sum + entry * (row(j)[k] ?? 0), 0)),
  );
}

function expectFactor(matrix: Matrix): void {
  const factor = choleskyFactor(matrix);
  expect(factor).not.toBeNull();
  const again = squared(factor ?? new Float64Array(), matrix.length);
  for (const [i, row] of matrix.entries())
    for (const [j, entry] of row.entries()) expect(again[i]?.[j]).toBeCloseTo(entry, 12);
}

describe("choleskyFactor", () => {
  test("default: Higham's definition, L times its transpose", () => {
    expect(
      Array.from(
        choleskyFactor([
          [4, 2],
          [2, 10],
        ]) ?? [],
      ),
    ).toEqual([2, 0, 1, 3]);
    expectFactor([
      [1, 0.8, 0.3],
      [0.8, 1, 0.5],
      [0.3, 0.5, 1],
    ]);
  });

  test("behavior: semi-definite matrices have a factor", () => {
    expectFactor([
      [1, 1],
      [1, 1],
    ]);
    expectFactor([
      [1, -1, 1],
      [-1, 1, -1],
      [1, -1, 1],
    ]);
    expectFactor([
      [0, 0],
      [0, 2],
    ]);
    expect(choleskyFactor([])).toEqual(new Float64Array());
  });

  test.each([
    {
      name: "no positive semi-definite one",
      matrix: [
        [1, 0.9, -0.9],
        [0.9, 1, 0.9],
        [-0.9, 0.9, 1],
      ],
    },
    {
      name: "a correlation above 1",
      matrix: [
        [1, 1.1],
        [1.1, 1],
      ],
    },
    {
      name: "equal coins that differ for a third",
      matrix: [
        [1, 1, 0],
        [1, 1, 0.5],
        [0, 0.5, 1],
      ],
    },
    {
      name: "not symmetric",
      matrix: [
        [1, 0.5],
        [0.4, 1],
      ],
    },
    { name: "not square", matrix: [[1, 0.5], [0.5]] },
    { name: "no number", matrix: [[Number.NaN]] },
  ])("error: $name", ({ matrix }) => {
    expect(choleskyFactor(matrix)).toBeNull();
  });
});
