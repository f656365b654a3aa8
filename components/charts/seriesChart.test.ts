import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { boxesTouch, labelBox } from "./placeLabel";
import { paddedRange, plotFrame } from "./plotFrame";
import type { Series } from "./Series";
import { SeriesChart } from "./SeriesChart";
import { seriesMarks } from "./seriesMarks";

const percent = (value: number) => `${(100 * value).toFixed(1)}%`;
const days = [2, 9, 16, 30, 65, 93, 121];
const term: Series = {
  name: "At the money",
  look: "line",
  hasValues: true,
  points: days.map((day, index) => {
    return { at: Math.sqrt(day), value: 0.6 - 0.01 * index, name: `${day} days`, isMarked: index === 0 };
  }),
};
const fills: Series = { name: "Fills", look: "points", points: [{ at: 3, value: 0.585, name: "9 days" }] };
const table = { summary: "Show the term structure as a table", caption: "Term structure", head: "Expiry" };

describe("chart of series", () => {
  it("default: each series is named, the marked point has its value, and no two labels touch", () => {
    const frame = plotFrame({ width: 440, height: 208, foot: 26, xDomain: [1, 11.5], yDomain: [0.5, 0.64] });
    const labels = seriesMarks({ series: [term, fills], frame, valueText: percent, pointText: percent });
    expect(labels.filter(({ isName }) => isName).map(({ text }) => text)).toEqual([
      "At the money 54.0%",
      "Fills 58.5%",
    ]);
    expect(labels.map(({ text }) => text)).toContain("60.0%");
    for (const [index, label] of labels.entries()) {
      for (const other of labels.slice(index + 1)) expect(boxesTouch(labelBox(label), labelBox(other))).toBe(false);
    }
  });

  it("behavior: a name without room at its own point is shortened there, not written at another line's point", () => {
    const near = [1.2, 8.2, 15.2, 22.2, 29.2, 64.2, 120.2, 302.2].map((day, index) => {
      const value = [0.643, 0.651, 0.651, 0.647, 0.641, 0.635, 0.618, 0.6][index] ?? 0;
      return { at: Math.sqrt(day), value, name: `${day} days` };
    });
    const line: Series = { ...term, points: near };
    const sale: Series = {
      name: "This epoch’s sale",
      shortName: "Sale",
      look: "points",
      points: [{ at: Math.sqrt(15.2), value: 0.64, name: "4 Dec" }],
    };
    const placedAt = (width: number) => {
      const frame = plotFrame({ width, height: 208, foot: 26, xDomain: [0.4, 18], yDomain: [0.565, 0.665] });
      const labels = seriesMarks({ series: [line, sale], frame, valueText: percent, pointText: percent });
      const label = labels.find(({ text }) => text.endsWith("64.0%"));
      return { text: label?.text, below: (label?.y ?? Number.NaN) - frame.y.at(0.64) };
    };
    expect(placedAt(358)).toEqual({ text: "Sale 64.0%", below: 20 });
    expect(placedAt(900)).toEqual({ text: "This epoch’s sale 64.0%", below: 20 });
  });

  it("default: the table has a row for every place, shared by both series, with the chart's own texts", () => {
    const html = renderToStaticMarkup(
      createElement(SeriesChart, {
        series: [term, fills],
        xTicks: days.map((day) => ({ value: Math.sqrt(day), text: `${day}d` })),
        valueText: percent,
        axisText: percent,
        summary: "Falls with time.",
        table,
      }),
    );
    expect(html).toContain('role="img" aria-label="Falls with time."');
    expect(html.match(/<tr>/g)).toHaveLength(1 + days.length);
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("behavior: one reading alone is drawn in the middle of the plot", () => {
    expect(paddedRange([0.5], 0.2)).toEqual([0.5 - 0.01, 0.5 + 0.01]);
    expect(paddedRange([0], 0.2)).toEqual([-0.2, 0.2]);
    expect(paddedRange([Number.NaN], 0.2)).toEqual([0, 1]);
  });
});
