import { describe, expect, it } from "vitest";
import { gaugeSegments, labelledStrikes, logShare, nearestStrike } from "./strikeGaugeMarks";

describe("logShare", () => {
  it("default: spot in the middle, 19 % in log price at the edges, further prices held there", () => {
    expect(logShare(3_000, 3_000)).toBe(0.5);
    expect(logShare(3_000, 3_000 * Math.exp(0.095))).toBeCloseTo(0.75, 12);
    expect(logShare(3_000, 9_000)).toBe(1);
    expect(logShare(3_000, 0)).toBe(0);
  });
});

describe("gaugeSegments", () => {
  it("default: a condor loses on both sides of its breakevens", () => {
    const result = (spot: number) => 100 - Math.abs(spot - 3_000);
    const segments = gaugeSegments({ spot: 3_000, breakevens: [3_100, 2_900, 9_000], result });
    expect(segments.map((segment) => segment.loss)).toEqual([true, false, true]);
    expect(segments[0]?.from).toBe(0);
    expect(segments[2]?.to).toBe(1);
    expect(segments[1]?.from).toBe(segments[0]?.to);
  });
});

describe("labelledStrikes", () => {
  it("behavior: of two that touch, the one nearer to spot is named", () => {
    const labels = labelledStrikes(3_000, [
      { strike: 3_110, text: "3,110" },
      { strike: 3_100, text: "3,100" },
      { strike: 2_000, text: "2,000" },
    ]);
    expect(labels.map((label) => label.text)).toEqual(["3,100", "2,000"]);
    expect(labels[1]).toEqual({ text: "2,000", share: 0, anchor: "start" });
  });
});

describe("nearestStrike", () => {
  it("default: signed distance as a fraction of spot", () => {
    expect(
      nearestStrike(3_000, [
        { strike: 3_150, text: "" },
        { strike: 2_700, text: "" },
      ]),
    ).toEqual({
      strike: 3_150,
      fraction: 3_150 / 3_000 - 1,
    });
    expect(nearestStrike(3_000, [])).toBeUndefined();
  });
});
