import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { boxesTouch, labelBox } from "./placeLabel";
import { SmileChart } from "./SmileChart";
import type { SmileLabels, SmileShape } from "./SmileShape";
import { smileFrame } from "./smileFrame";
import { smileMarks } from "./smileMarks";

const labels: SmileLabels = {
  price: (price) => `$${price.toFixed(0)}`,
  volatility: (volatility) => `${(100 * volatility).toFixed(1)}%`,
  axis: (volatility) => `${(100 * volatility).toFixed(0)}%`,
};

const smile = (strike: number) => 0.56 + 0.9 * Math.log(strike / 3_500) ** 2 - 0.12 * Math.log(strike / 3_500);
const strikes = Array.from({ length: 17 }, (_, index) => 2_700 + 100 * index);
const condor: SmileShape = {
  asset: "ETH",
  forward: 3_500,
  lo: 2_700,
  hi: 4_300,
  quotes: strikes.map((strike) => {
    const mid = smile(strike) + 0.002;
    return { strike, side: strike < 3_500 ? "put" : "call", bid: mid - 0.01, ask: mid + 0.01, mid };
  }),
  fitted: smile,
  model: { name: "Heston", curve: (strike) => smile(strike) + 0.03 * Math.log(strike / 3_500) },
  legs: [
    { strike: 2_950, side: "bought", label: "buy 2,950 put", atSale: 0.643 },
    { strike: 3_150, side: "sold", label: "sell 3,150 put", atSale: 0.613 },
    { strike: 3_725, side: "sold", label: "sell 3,725 call", atSale: 0.56 },
    { strike: 3_950, side: "bought", label: "buy 3,950 call", atSale: null },
  ],
};

const placed = (width: number, shape = condor) => {
  const marks = smileMarks({ shape, frame: smileFrame(shape, width) }, labels);
  return [marks.forward, marks.sale, marks.fit, marks.model, ...marks.legs].filter((label) => label !== undefined);
};

describe("smile", () => {
  it("default: wide, every label stands and no two touch", () => {
    const all = placed(780);
    expect(all.map(({ text }) => text).toSorted()).toEqual(
      [
        "forward $3500",
        "Market’s smile",
        "Heston",
        "at the sale",
        "buy 2,950 put",
        "sell 3,150 put",
        "sell 3,725 call",
        "buy 3,950 call",
      ].toSorted(),
    );
    for (const [index, label] of all.entries()) {
      for (const other of all.slice(index + 1)) expect(boxesTouch(labelBox(label), labelBox(other))).toBe(false);
    }
  });

  it("behavior: narrow, the names of the lines stay and the strikes keep their marks alone", () => {
    expect(placed(358).map(({ text }) => text)).toEqual(["forward $3500", "at the sale", "Market’s smile", "Heston"]);
  });

  it("behavior: neither a wide quote nor one beyond the drawn strikes flattens the smile", () => {
    const wide = condor.quotes.map((quote, index) => (index === 3 ? { ...quote, bid: 0.1, ask: 4 } : quote));
    const far = [1_500, 6_000].map((strike) => ({ strike, side: "call" as const, bid: null, ask: null, mid: 1.4 }));
    const frame = smileFrame({ ...condor, quotes: [...wide, ...far] }, 780);
    expect(frame.y.invert(frame.top)).toBeLessThan(0.85);
    expect(frame.y.invert(frame.bottom)).toBeGreaterThan(0.45);
  });

  it("behavior: without quotes, fit or model the fills alone are drawn", () => {
    const bare: SmileShape = { ...condor, quotes: [], fitted: null, model: null };
    expect(placed(780, bare).map(({ text }) => text)).not.toContain("Market’s smile");
    const html = renderToStaticMarkup(createElement(SmileChart, { shape: bare, labels, summary: "The fills." }));
    expect(html).toContain('role="img" aria-label="The fills."');
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("default: the table has every quote and every leg, with the chart's numbers", () => {
    const html = renderToStaticMarkup(createElement(SmileChart, { shape: condor, labels, summary: "Smile." }));
    expect(html.match(/<tr>/g)).toHaveLength(1 + strikes.length + condor.legs.length);
    expect(html).toContain("Show the smile as a table");
    expect(html).toContain(labels.volatility(smile(3_500)));
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
  });
});
