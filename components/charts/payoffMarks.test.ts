import { describe, expect, it } from "vitest";
import type { PayoffLabels, PayoffShape } from "./PayoffShape";
import { curvePoints, payoffFrame, payoffLayout, resultRange } from "./payoffFrame";
import { curveMarks, stillMarks } from "./payoffMarks";
import { boxesTouch, labelBox } from "./placeLabel";

const labels: PayoffLabels = {
  price: (price) => `$${price.toFixed(0)}`,
  spot: (price) => `$${price.toFixed(2)}`,
  result: String,
  axis: String,
  distance: String,
  odds: String,
};

const condor: PayoffShape = {
  asset: "ETH",
  spot: 3_482.4,
  lo: 2_680,
  hi: 4_180,
  expiry: (spot) => 116 - 4 * (Math.min(200, Math.max(0, 3_100 - spot)) + Math.min(200, Math.max(0, spot - 3_750))),
  today: (spot) => 45 - ((spot - 3_450) / 30) ** 2,
  todayLabel: "Today",
  strikes: [
    { strike: 2_900, side: "bought", label: "buy 2,900 put" },
    { strike: 3_100, side: "sold", label: "sell 3,100 put" },
    { strike: 3_750, side: "sold", label: "sell 3,750 call" },
    { strike: 3_950, side: "bought", label: "buy 3,950 call" },
  ],
  breakevens: [3_071, 3_779],
};

function marksOf(shape: PayoffShape, width: number) {
  const layout = payoffLayout(shape, width);
  const today = curvePoints(layout, shape.today);
  const frame = payoffFrame(layout, resultRange([layout.expiry, today]));
  const still = stillMarks({ shape, frame, labels });
  return { ...still, ...curveMarks({ frame, today, todayLabel: shape.todayLabel, taken: still.taken }) };
}

describe("marks of the payoff", () => {
  const marks = marksOf(condor, 944);
  const all = [marks.spot, ...marks.breakevens, ...marks.strikes, marks.expiry, marks.today].filter(
    (label) => label !== undefined,
  );

  it("default: a wide condor keeps every label and no two touch", () => {
    expect(all.map((label) => label.text)).toEqual([
      "ETH $3482.40",
      "breakeven $3071",
      "breakeven $3779",
      "buy 2,900 put",
      "sell 3,100 put",
      "sell 3,750 call",
      "buy 3,950 call",
      "At expiry",
      "Today",
    ]);
    for (const [index, label] of all.entries()) {
      for (const other of all.slice(index + 1)) expect(boxesTouch(labelBox(label), labelBox(other))).toBe(false);
    }
  });

  it("behavior: labels of strikes that stand together are lifted or dropped, never overprinted", () => {
    const close = { ...condor, strikes: condor.strikes.map((mark, index) => ({ ...mark, strike: 3_400 + index * 5 })) };
    const crowded = marksOf(close, 620);
    expect(crowded.strikes.length).toBeLessThanOrEqual(4);
    for (const [index, label] of crowded.strikes.entries()) {
      for (const other of crowded.strikes.slice(index + 1))
        expect(boxesTouch(labelBox(label), labelBox(other))).toBe(false);
    }
  });

  it("behavior: a narrow chart keeps spot and the prices of the breakevens", () => {
    const narrow = marksOf(condor, 358);
    expect(narrow.breakevens.map((label) => label.text)).toEqual(["$3071", "$3779"]);
    expect(narrow.strikes).toEqual([]);
    expect([narrow.expiry, narrow.today]).toEqual([undefined, undefined]);
  });
});
