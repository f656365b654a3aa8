import fc from "fast-check";
import { expect, test } from "vitest";
import { quadraticProgram } from "./quadraticProgram";

const entry = fc.integer({ min: -100, max: 100 }).map((hundredths) => hundredths / 50);
const row = fc.tuple(entry, entry, entry, entry);

function dot(left: ArrayLike<number>, right: ArrayLike<number>): number {
  return Array.from(left).reduce((sum, value, index) => sum + value * (right[index] ?? Number.NaN), 0);
}

test("default: the example of Goldfarb and Idnani's paper", () => {
  const solution = quadraticProgram({
    hessian: Float64Array.of(4, 0, -2, 4),
    gradient: Float64Array.of(6, 0),
    normals: Float64Array.of(1, 0, 0, 1, 1, 1),
    least: Float64Array.of(0, 0, 2),
  });
  expect(solution.ok).toBe(true);
  if (!solution.ok) return;
  expect(solution.x[0]).toBeCloseTo(0.5, 12);
  expect(solution.x[1]).toBeCloseTo(1.5, 12);
  expect(Array.from(solution.multipliers)).toEqual([0, 0, expect.closeTo(5, 12)]);
});

test("behavior: on random programs the conditions of Karush, Kuhn and Tucker hold, or no point is feasible", () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 4, maxLength: 4 }),
      row,
      fc.array(fc.tuple(row, entry), { maxLength: 14 }),
      (roots, gradient, constraints) => {
        const hessian = new Float64Array(16);
        for (let i = 0; i < 4; i += 1)
          for (let j = 0; j < 4; j += 1)
            hessian[4 * i + j] = roots.reduce((sum, root) => sum + (root[i] ?? 0) * (root[j] ?? 0), i === j ? 0.01 : 0);
        const normals = Float64Array.from(constraints.flatMap(([normal]) => normal));
        const least = Float64Array.from(constraints, ([, value]) => value);
        const solution = quadraticProgram({ hessian, gradient: Float64Array.from(gradient), normals, least });
        if (!solution.ok) {
          expect(solution.reason).toBe("infeasible");
          expect(isInfeasible(constraints)).toBe(true);
          return;
        }
        const { x, multipliers } = solution;
        const size = 1 + Math.max(...Array.from(x, Math.abs));
        constraints.forEach(([normal, value], index) => {
          const slack = dot(normal, x) - value;
          const multiplier = multipliers[index] ?? Number.NaN;
          expect(slack).toBeGreaterThan(-1e-9 * size);
          expect(multiplier).toBeGreaterThanOrEqual(-1e-9);
          expect(Math.abs(slack * multiplier)).toBeLessThan(1e-7 * size * (1 + multiplier));
        });
        for (let i = 0; i < 4; i += 1) {
          const slope = dot(hessian.subarray(4 * i, 4 * i + 4), x) + (gradient[i] ?? 0);
          const pull = constraints.reduce(
            (sum, [normal], index) => sum + (multipliers[index] ?? 0) * (normal[i] ?? 0),
            0,
          );
          expect(Math.abs(slope - pull)).toBeLessThan(1e-7 * size * (1 + Math.max(0, ...multipliers)));
        }
      },
    ),
    { numRuns: 150 },
  );
});

/** Gordan and Farkas by projection: a long run of Kaczmarz steps comes near to no point that meets all. */
function isInfeasible(constraints: readonly (readonly [readonly number[], number])[]): boolean {
  const x = [0, 0, 0, 0];
  let worst = 0;
  for (let sweep = 0; sweep < 600; sweep += 1) {
    worst = 0;
    for (const [normal, least] of constraints) {
      const missing = least - dot(normal, x);
      const square = dot(normal, normal);
      if (square === 0) {
        if (missing > 0) return true;
        continue;
      }
      if (missing <= 0) continue;
      worst = Math.max(worst, missing);
      normal.forEach((value, index) => {
        x[index] = (x[index] ?? 0) + (value * missing) / square;
      });
    }
  }
  return worst > 1e-5;
}

test("error: contradicting constraints, a Hessian with a flat direction", () => {
  const hessian = Float64Array.of(1, 0, 0, 1);
  const gradient = Float64Array.of(0, 0);
  const normals = Float64Array.of(1, 1, -1, -1);
  expect(quadraticProgram({ hessian, gradient, normals, least: Float64Array.of(1, 0) })).toEqual({
    ok: false,
    reason: "infeasible",
  });
  expect(quadraticProgram({ hessian, gradient, normals, least: Float64Array.of(1, -1) })).toMatchObject({ ok: true });
  const flat = { hessian: Float64Array.of(1, 1, 1, 1), gradient, normals, least: Float64Array.of(0, 0) };
  expect(quadraticProgram(flat)).toEqual({ ok: false, reason: "notConvex" });
});
