import { describe, expect, it } from "vitest";
import type { PerformancePoint } from "./PerformancePoint";
import { performanceRange } from "./performanceRange";

const at = (vault: number | null, holding: number | null, loss?: string): PerformancePoint => {
  return { date: "25 Sep", vault, holding, loss };
};

describe("range of the performance chart", () => {
  it("default: without a loss it is the least and the most, in fives", () => {
    expect(performanceRange({ points: [at(100, 100), at(101.2, 117.3), at(null, 91)], plotHeight: 326 })).toEqual({
      lo: 90,
      hi: 120,
    });
  });

  it("behavior: the lowest mark with its figure stays above the axis, wide and narrow", () => {
    const points = [at(100, 100), at(83.3, 117.3, "−6.8%"), at(86.4, 95.4)];
    for (const plotHeight of [326, 174]) {
      const { lo, hi } = performanceRange({ points, plotHeight });
      expect(((83.3 - lo) / (hi - lo)) * plotHeight).toBeGreaterThanOrEqual(34);
      // No more room than one step beyond what is needed.
      expect(((83.3 - lo - 5) / (hi - lo - 5)) * plotHeight).toBeLessThan(34);
    }
  });

  it("behavior: a loss high above the least point takes no room", () => {
    const points = [at(100, 100), at(98, 70, "−2.0%")];
    expect(performanceRange({ points, plotHeight: 326 }).lo).toBe(70);
  });
});
