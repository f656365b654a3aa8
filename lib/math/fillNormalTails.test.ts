import { expect, test } from "vitest";
import { fillNormalTails, TAIL_STEPS } from "./fillNormalTails";
import { normalTail } from "./normal";

const points = Float64Array.from({ length: 80_001 }, (_, index) => -10 + index / 4000 + 1e-5 * Math.sin(index));

function tails(x: readonly number[] | Float64Array): Float64Array {
  const column = Float64Array.from(x, (point) => TAIL_STEPS * point);
  fillNormalTails(column, column.length);
  return column;
}

test("default: the normal tail to 3e-16", () => {
  const found = tails(points);
  const errors = points.map((x, index) => Math.abs((found[index] ?? NaN) - normalTail(x)));
  expect(Math.max(...errors)).toBeLessThan(3e-16);
  // Where it is small no rounding hides what the polynomial leaves out.
  expect(Math.max(...errors.map((error, index) => ((points[index] ?? 0) > 2 ? error : 0)))).toBeLessThan(2.4e-17);
});

test("behavior: exact at the centre and far out, no number stays none, and only the first places are filled", () => {
  expect([...tails([0, 8.5, Infinity, -8.5, -Infinity, NaN])]).toEqual([0.5, 0, 0, 1, 1, NaN]);
  const column = Float64Array.of(0, 7);
  fillNormalTails(column, 1);
  expect([...column]).toEqual([0.5, 7]);
});
