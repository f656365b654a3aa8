import { expect, test } from "vitest";
import { fillNormalTails } from "./fillNormalTails";
import { normalTail } from "./normal";

const points = Float64Array.from({ length: 40_001 }, (_, index) => -10 + index / 2000 + 1e-5 * Math.sin(index));

function tails(x: readonly number[] | Float64Array): Float64Array {
  const column = Float64Array.from(x);
  fillNormalTails(column, column.length);
  return column;
}

test("default: the normal tail to 2.3e-16, and relative to itself as far as 8", () => {
  const found = tails(points);
  const errors = points.map((x, index) => Math.abs((found[index] ?? NaN) - normalTail(x)));
  expect(Math.max(...errors)).toBeLessThan(2.3e-16);
  const relative = points.map((x, index) => (x < 8 ? (errors[index] ?? NaN) / normalTail(x) : 0));
  expect(Math.max(...relative)).toBeLessThan(2e-12);
});

test("behavior: exact at the centre and far out, no number stays none, and only the first places are filled", () => {
  expect([...tails([0, Infinity, -Infinity, NaN])]).toEqual([0.5, normalTail(8.5), 1, NaN]);
  const column = Float64Array.of(0, 7);
  fillNormalTails(column, 1);
  expect([...column]).toEqual([0.5, 7]);
});
