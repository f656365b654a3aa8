import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LeastSquaresProblem } from "./LeastSquaresProblem";
import { levenbergMarquardt } from "./levenbergMarquardt";

type Formula = (p: readonly number[]) => readonly number[];

/** A problem whose Jacobian is taken by central differences of the formula. */
function problem(formula: Formula, box: { start: number[]; lower?: number[]; upper?: number[] }): LeastSquaresProblem {
  const { start } = box;
  return {
    start,
    lower: box.lower ?? start.map(() => Number.NEGATIVE_INFINITY),
    upper: box.upper ?? start.map(() => Number.POSITIVE_INFINITY),
    residualCount: formula(start).length,
    residuals: (parameters, out, jacobian) => {
      const at = Array.from(parameters);
      out.set(formula(at));
      if (jacobian === null) return;
      at.forEach((value, column) => {
        const step = 1e-6 * Math.max(Math.abs(value), 1e-6);
        const up = formula(at.with(column, value + step));
        const down = formula(at.with(column, value - step));
        up.forEach((high, row) => {
          jacobian[row * at.length + column] = (high - (down[row] ?? Number.NaN)) / (2 * step);
        });
      });
    },
  };
}

const rosenbrock: Formula = ([x = 0, y = 0]) => [10 * (y - x * x), 1 - x];
const powellSingular: Formula = ([a = 0, b = 0, c = 0, d = 0]) => [
  a + 10 * b,
  Math.sqrt(5) * (c - d),
  (b - 2 * c) ** 2,
  Math.sqrt(10) * (a - d) ** 2,
];
const powellBadlyScaled: Formula = ([x = 0, y = 0]) => [1e4 * x * y - 1, Math.exp(-x) + Math.exp(-y) - 1.0001];
const brownBadlyScaled: Formula = ([x = 0, y = 0]) => [x - 1e6, y - 2e-6, x * y - 2];
const beale: Formula = ([x = 0, y = 0]) => [1.5 - x * (1 - y), 2.25 - x * (1 - y * y), 2.625 - x * (1 - y ** 3)];
const freudensteinRoth: Formula = ([x = 0, y = 0]) => [
  -13 + x + ((5 - y) * y - 2) * y,
  -29 + x + ((y + 1) * y - 14) * y,
];
const jennrichSampson: Formula = ([x = 0, y = 0]) =>
  Array.from({ length: 10 }, (_, i) => 2 + 2 * (i + 1) - (Math.exp((i + 1) * x) + Math.exp((i + 1) * y)));
const bardData = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.1, 4.39];
const bard: Formula = ([x = 0, y = 0, z = 0]) =>
  bardData.map((value, index) => {
    const u = index + 1;
    const v = 16 - u;
    return value - (x + u / (v * y + Math.min(u, v) * z));
  });

/** J. J. Moré, B. S. Garbow, K. E. Hillstrom, "Testing unconstrained optimization software" (1981): f is the sum of squares. */
const published = [
  { name: "1 Rosenbrock", formula: rosenbrock, start: [-1.2, 1], f: 0, at: [1, 1] },
  { name: "2 Freudenstein and Roth", formula: freudensteinRoth, start: [0.5, -2], f: 48.9842, at: [11.41, -0.8968] },
  { name: "3 Powell badly scaled", formula: powellBadlyScaled, start: [0, 1], f: 0, at: [1.098e-5, 9.106] },
  { name: "4 Brown badly scaled", formula: brownBadlyScaled, start: [1, 1], f: 0, at: [1e6, 2e-6] },
  { name: "5 Beale", formula: beale, start: [1, 1], f: 0, at: [3, 0.5] },
  { name: "6 Jennrich and Sampson", formula: jennrichSampson, start: [0.3, 0.4], f: 124.362, at: [0.2578, 0.2578] },
  { name: "8 Bard", formula: bard, start: [1, 1, 1], f: 8.21487e-3, at: [0.0824, 1.133, 2.3437] },
  { name: "13 Powell singular", formula: powellSingular, start: [3, -1, 0, 1], f: 0, at: [0, 0, 0, 0] },
];

test.each(published)("default: $name reaches its published minimum", ({ formula, start, f, at }) => {
  const solution = levenbergMarquardt({ ...problem(formula, { start }), maxIterations: 500 });
  expect(solution.isConverged).toBe(true);
  expect(solution.activeBounds).toEqual([]);
  if (f === 0) expect(solution.cost).toBeLessThan(1e-18);
  else expect(Math.abs((2 * solution.cost) / f - 1)).toBeLessThan(1e-5);
  solution.parameters.forEach((value, index) => {
    const expected = at[index] ?? Number.NaN;
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(5e-4 * Math.max(Math.abs(expected), 0.02));
  });
});

describe("bounds", () => {
  test("behavior: Rosenbrock within x ≤ 0.8 ends on the bound, at y = x²", () => {
    const solution = levenbergMarquardt(problem(rosenbrock, { start: [-1.2, 1], lower: [-2, -2], upper: [0.8, 2] }));
    expect(solution.isConverged).toBe(true);
    expect(solution.parameters[0]).toBe(0.8);
    expect(solution.parameters[1]).toBeCloseTo(0.64, 8);
    expect(solution.cost).toBeCloseTo(0.02, 12);
    expect(solution.activeBounds).toEqual([0]);
  });

  test("behavior: Hock and Schittkowski 1 to 3: Rosenbrock with y bounded below", () => {
    const free = levenbergMarquardt(problem(rosenbrock, { start: [-2, 1], lower: [-1e9, -1.5], upper: [1e9, 1e9] }));
    expect(free.cost).toBeLessThan(1e-18);
    const bound = levenbergMarquardt(problem(rosenbrock, { start: [2, 3], lower: [0, 1.5], upper: [1e9, 1e9] }));
    expect(2 * bound.cost).toBeCloseTo(0.0504261879, 9);
    expect(bound.parameters[0]).toBeCloseTo(1.2243707487, 6);
    expect(bound.activeBounds).toEqual([1]);
  });

  test("behavior: Brown badly scaled held away from its minimum: the bound, and the best of the other", () => {
    const box = { start: [1, 1], lower: [0, 3e-5], upper: [1e6, 100] };
    const solution = levenbergMarquardt(problem(brownBadlyScaled, box));
    expect(solution.isConverged).toBe(true);
    expect((2 * solution.cost) / 784 - 1).toBeCloseTo(0, 5);
    expect(solution.parameters[1]).toBe(3e-5);
  });

  test("behavior: a start outside of the box is moved in, an equal pair of bounds holds a parameter", () => {
    const solution = levenbergMarquardt(problem(rosenbrock, { start: [9, 9], lower: [-2, 0.25], upper: [2, 0.25] }));
    expect(solution.parameters[1]).toBe(0.25);
    expect(solution.activeBounds).toEqual([1]);
    expect(solution.parameters[0]).toBeCloseTo(0.5035, 2);
  });

  test("behavior: a linear problem in a random box meets the conditions of Karush, Kuhn and Tucker", () => {
    const entry = fc.integer({ min: -200, max: 200 }).map((hundredths) => hundredths / 100);
    const rows = fc.array(fc.tuple(entry, entry, entry, entry), { minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(rows, fc.tuple(entry, entry, entry), (matrix, corner) => {
        const formula: Formula = (p) => [
          ...matrix.map(([a, b, c, d]) => a * (p[0] ?? 0) + b * (p[1] ?? 0) + c * (p[2] ?? 0) - d),
          ...p.map((value) => 0.3 * value),
        ];
        const box = { start: corner, lower: corner, upper: corner.map((value) => value + 1) };
        const { parameters, isConverged, cost } = levenbergMarquardt(problem(formula, box));
        expect(isConverged).toBe(true);
        parameters.forEach((value, index) => {
          const moved = (by: number) => {
            const at = Array.from(parameters).with(index, value + by);
            return 0.5 * formula(at).reduce((sum, r) => sum + r * r, 0);
          };
          const step = 1e-4;
          if (value + step <= (box.upper[index] ?? 0)) expect(moved(step)).toBeGreaterThan(cost - 1e-9);
          if (value - step >= (box.lower[index] ?? 0)) expect(moved(-step)).toBeGreaterThan(cost - 1e-9);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe("limits", () => {
  test("behavior: a step onto a place without value is refused and a shorter one taken", () => {
    const formula: Formula = ([x = 0]) => [Math.log(x) - 3, 0.01 * x];
    const solution = levenbergMarquardt(problem(formula, { start: [0.05] }));
    expect(solution.isConverged).toBe(true);
    expect(solution.parameters[0]).toBeGreaterThan(15);
    const edge = levenbergMarquardt(problem(([x = 0]) => [Math.sqrt(x) + x + 1], { start: [4] }));
    expect(edge.cost).toBeGreaterThanOrEqual(0.5);
    expect(edge.cost).toBeLessThan(1);
  });

  test("behavior: the same question has the same answer, and the iterations have a limit", () => {
    const question = { ...problem(rosenbrock, { start: [-1.2, 1] }), maxIterations: 3 };
    const first = levenbergMarquardt(question);
    expect(first).toEqual(levenbergMarquardt(question));
    expect(first.iterations).toBe(3);
    expect(first.isConverged).toBe(false);
    expect(first.cost).toBeLessThan(12.1);
  });

  test("behavior: a parameter without influence stays where it is", () => {
    const solution = levenbergMarquardt(problem(([x = 0]) => [x - 2], { start: [0, 7] }));
    expect(Array.from(solution.parameters)).toEqual([2, 7]);
  });

  test("error: no value at the start, or a box without inside: the start as given, cost NaN", () => {
    const nowhere = levenbergMarquardt(problem(([x = 0]) => [Math.log(x)], { start: [-1] }));
    expect(nowhere).toEqual({
      parameters: Float64Array.of(-1),
      cost: Number.NaN,
      iterations: 0,
      isConverged: false,
      activeBounds: [],
    });
    const empty = levenbergMarquardt(problem(rosenbrock, { start: [0, 0], lower: [1, 1], upper: [0, 0] }));
    expect(empty.cost).toBeNaN();
    expect(empty.isConverged).toBe(false);
  });
});
