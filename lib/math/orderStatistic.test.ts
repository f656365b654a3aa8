import fc from "fast-check";
import { expect, test } from "vitest";
import { orderStatistic } from "./orderStatistic";
import { randomStream } from "./randomStream";

test("default: the value at a rank, with no larger one before it and no smaller one behind", () => {
  const values = fc.float64Array({ minLength: 1, maxLength: 60, noNaN: true });
  fc.assert(
    fc.property(values, fc.nat(), (sample, place) => {
      const rank = place % sample.length;
      const sorted = sample.toSorted();
      const work = sample.slice();
      expect(orderStatistic(work, rank) - (sorted[rank] ?? NaN) || 0).toBe(0);
      const found = work[rank] ?? NaN;
      expect(work.subarray(0, rank).every((value) => value <= found)).toBe(true);
      expect(work.subarray(rank).every((value) => value >= found)).toBe(true);
      expect(work.toSorted().every((value, index) => Object.is(value + 0, (sorted[index] ?? NaN) + 0))).toBe(true);
    }),
  );
});

test("behavior: long samples, repeated values, sorted ones, and a stretch of the whole", () => {
  const { normal } = randomStream({ seed: 5 });
  const samples = {
    drawn: Float64Array.from({ length: 20_000 }, normal),
    repeated: Float64Array.from({ length: 20_000 }, (_, index) => index % 3),
    rising: Float64Array.from({ length: 20_000 }, (_, index) => index),
    falling: Float64Array.from({ length: 20_000 }, (_, index) => -index),
  };
  for (const sample of Object.values(samples)) {
    const sorted = sample.toSorted();
    for (const rank of [0, 17, 1_000, 10_000, 19_999]) expect(orderStatistic(sample.slice(), rank)).toBe(sorted[rank]);
    const work = sample.slice();
    orderStatistic(work, 1_000);
    expect(orderStatistic(work, 900, { to: 1_000 })).toBe(sorted[900]);
    expect(orderStatistic(work, 1_100, { from: 1_000 })).toBe(sorted[1_100]);
  }
});

test("behavior: no such rank is NaN", () => {
  for (const rank of [-1, 3, NaN]) expect(orderStatistic(Float64Array.of(1, 2, 3), rank)).toBeNaN();
  expect(orderStatistic(new Float64Array(0), 0)).toBeNaN();
});
