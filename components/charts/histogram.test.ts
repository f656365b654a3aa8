import { describe, expect, test } from "vitest";
import { type HistogramLabels, histogramFrame } from "./histogramFrame";

const labels: HistogramLabels = {
  axis: (value) => `$${value}`,
  bound: (value) => `$${value}`,
  loss: "a loss in 46% of cases",
  gain: "a gain in 54%",
  table: { summary: "", caption: "" },
};
const bins = Array.from({ length: 40 }, (_, index) => ({
  from: (index - 26) * 500,
  to: (index - 25) * 500,
  count: 40 - Math.abs(index - 26),
}));
const mark = (name: string, value: number) => ({ name, value, text: "−$1,234", isMean: false });

describe("the frame of a distribution", () => {
  test("default: bars fill the width, the highest the height", () => {
    const { x, y, left, right, bottom } = histogramFrame({ bins, marks: [], labels, width: 668 });
    expect([x.at(-13_000), x.at(7_000)]).toEqual([left, right]);
    expect(y.at(0)).toBe(bottom);
    expect(y.at(40)).toBeGreaterThan(30);
  });

  test("behavior: the mark nearest to zero stands highest, and no two texts touch", () => {
    const marks = [mark("VaR 99%", -9_000), mark("VaR 95%", -6_000), mark("ES 95%", -6_010)];
    const placed = histogramFrame({ bins, marks, labels, width: 668 }).marks;
    expect(placed.map(({ mark: { name } }) => name)).toEqual(["VaR 95%", "ES 95%", "VaR 99%"]);
    for (const [index, { label }] of placed.entries())
      expect((placed[index + 1]?.label.y ?? 999) - label.y).toBeGreaterThan(40);
  });

  test("behavior: a mark outside of the picture is left out, one at its edge has its text inside", () => {
    const marks = [mark("far", -90_000), mark("edge", -12_900)];
    const [only, ...rest] = histogramFrame({ bins, marks, labels, width: 358 }).marks;
    expect(rest).toEqual([]);
    expect(only?.label.anchor).toBe("start");
  });

  test("behavior: heads that would touch stand in two lines", () => {
    const wide = histogramFrame({ bins, marks: [], labels, width: 668 });
    expect(wide.lossHead.y).toBe(wide.gainHead.y);
    const narrow = histogramFrame({ bins, marks: [], labels, width: 230 });
    expect(narrow.lossHead.y).toBeLessThan(narrow.gainHead.y);
  });
});
