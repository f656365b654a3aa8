import { expect, test } from "vitest";
import type { TailLabels } from "./TailShape";
import { tailFrame } from "./tailFrame";

const labels: TailLabels = {
  loss: (loss) => `−$${loss}`,
  axis: (loss) => `$${loss}`,
  share: (share) => `${share * 100}%`,
  ...{ points: "scenarios", law: "the law", table: { summary: "", caption: "" } },
};
const losses = Array.from({ length: 40 }, (_, index) => 1_000 + 100 * index);
const law = losses.map((loss) => ({ loss, beyond: 0.1 * Math.exp(-(loss - 1_000) / 500) }));
const shape = { law, points: law.map(({ loss, beyond }) => ({ loss, beyond: beyond * 0.9 })) };

test("default: an exponential tail is a straight line that falls to the right", () => {
  const { law: pixels } = tailFrame(shape, labels, 668);
  const [first, second] = pixels;
  const slope = ((second?.[1] ?? 0) - (first?.[1] ?? 0)) / ((second?.[0] ?? 0) - (first?.[0] ?? 0));
  pixels.slice(1).forEach(([x, y], index) => {
    const [px, py] = pixels[index] ?? [0, 0];
    expect((y - py) / (x - px)).toBeCloseTo(slope, 6);
  });
  expect(slope).toBeGreaterThan(0);
});

test("behavior: shares are ticked by powers of ten, losses by round sums, all inside of the plot", () => {
  for (const width of [320, 668]) {
    const { frame, xTicks, yTicks } = tailFrame(shape, labels, width);
    expect(yTicks.map(({ value }) => value)).toEqual([-4, -3, -2, -1]);
    for (const { value } of xTicks) {
      expect(frame.x.at(value)).toBeGreaterThanOrEqual(frame.left);
      expect(frame.x.at(value)).toBeLessThanOrEqual(frame.right);
    }
    for (const { value } of yTicks) {
      expect(frame.y.at(value)).toBeGreaterThanOrEqual(frame.top);
      expect(frame.y.at(value)).toBeLessThanOrEqual(frame.bottom);
    }
  }
});

test("behavior: a share of nothing has no place on such a scale; without points there is no label", () => {
  const ended = { points: [], law: [...law, { loss: 9_000, beyond: 0 }] };
  const placed = tailFrame(ended, labels, 668);
  expect(placed.law).toHaveLength(law.length);
  expect(placed.pointsLabel).toBeUndefined();
  expect(placed.lawLabel?.text).toBe("the law");
});
