import fc from "fast-check";
import { expect, test } from "vitest";
import { centralRange, changeHistogram } from "./changeHistogram";

test("default: counts by bin, what lies outside on its own", () => {
  const changes = Float64Array.of(-11, -10, -5.5, -5, 0, 4.99, 5, 10, 10.01, 99);
  expect(changeHistogram(changes, { from: -10, to: 10, bins: 4 })).toEqual({
    edges: [-10, -5, 0, 5, 10],
    counts: [2, 1, 2, 2],
    below: 1,
    above: 2,
  });
});

test("behavior: every change is counted once, in the bin whose edges it lies between", () => {
  const changes = fc.float64Array({ min: -3, max: 3, noNaN: true, maxLength: 50 });
  fc.assert(
    fc.property(changes, fc.integer({ min: 1, max: 13 }), (sample, bins) => {
      const { counts, below, above, edges } = changeHistogram(sample, { from: -1.1, to: 2.3, bins });
      expect(counts.reduce((sum, count) => sum + count, below + above)).toBe(sample.length);
      counts.forEach((count, bin) => {
        const [low = NaN, high = NaN] = [edges[bin], edges[bin + 1]];
        const last = bin === bins - 1;
        expect(sample.filter((change) => change >= low && (last ? change <= high : change < high)).length).toBe(count);
      });
    }),
  );
});

test("behavior: the central range leaves the share out on either side", () => {
  const changes = Float64Array.from({ length: 1_000 }, (_, index) => (index * 7) % 1_000);
  expect(centralRange(changes, 0.01)).toEqual({ from: 10, to: 989 });
  expect(centralRange(changes, 0)).toEqual({ from: 0, to: 999 });
});
