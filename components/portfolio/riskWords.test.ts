import { describe, expect, test } from "vitest";
import { sampleBook } from "@/lib/risk/bookFixture";
import { lossChanges } from "@/lib/risk/loss/lossChanges";
import { summariseLosses } from "@/lib/risk/loss/summariseLosses";
import { attributionSteps } from "./attributionSteps";
import { contributionRows, contributionSentence } from "./contributionRows";
import { lossRows, tailSentence } from "./lossDetail";
import { captionOf, histogramBins, histogramMarks, summarySentence } from "./lossPicture";
import { correlationWords, lawFault, lawSentence } from "./lossWords";
import { scenarioGrid } from "./scenarioAxes";
import { TAIL_LABELS, tailShape, tailSummary } from "./tailPicture";

const book = sampleBook();
const summary = (() => {
  const correlation = [
    [1, 0.8],
    [0.8, 1],
  ];
  const coins = [0.6, 0.5].map((volatility) => ({ volatility, volatilityPerFall: 0.4 }));
  const law = { kind: "studentT", degreesOfFreedom: 4, coins, correlation } as const;
  const found = lossChanges(
    { book, law, horizonYears: 1 / 365, rule: "stickyStrike", seed: 2 },
    { from: 0, count: 2_048 },
  );
  if (!found.ok) throw new Error(found.reason);
  return summariseLosses(book, found.changes);
})();

describe("contributions in words", () => {
  test("default: the largest adder first, and their shares come to the whole", () => {
    for (const kind of ["vault", "leg", "factor"] as const) {
      const rows = contributionRows({ kind, summary, portfolio: { book } });
      expect(rows.map(({ value }) => value)).toEqual(rows.map(({ value }) => value).toSorted((a, b) => a - b));
      const sum = rows.reduce((total, { value }) => total + value, 0);
      expect(sum).toBeCloseTo(-summary.main.expectedShortfall, 6);
    }
  });

  test("behavior: every option and deposit has its own name, every cause says what moved", () => {
    const legs = contributionRows({ kind: "leg", summary, portfolio: { book } });
    expect(legs.map(({ name, note }) => `${name}, ${note}`)).toContain("Sold call $3,850, call");
    expect(legs.map(({ name, note }) => `${name}, ${note}`)).toContain("USDC deposited, condor");
    expect(new Set(legs.map(({ name, note }) => `${name} ${note}`)).size).toBe(legs.length);
    const causes = contributionRows({ kind: "factor", summary, portfolio: { book } }).map(({ name }) => name);
    expect(causes.toSorted()).toEqual([
      "BTC price",
      "BTC volatility",
      "ETH price",
      "ETH volatility",
      "Time",
      "Together",
    ]);
    expect(contributionSentence({ kind: "factor", summary, portfolio: { book } })).toContain("ETH price −$");
  });
});

describe("a distribution in words", () => {
  test("default: losses are written as results, with what lies outside of the picture", () => {
    expect(captionOf(summary)).toMatch(
      /^2,048 scenarios, every option revalued in each\. Hatched: the worst 5%, on average −\$[\d,]+\. \d+ lie beyond/,
    );
    expect(summarySentence(summary, "1 day")).toMatch(
      /1 day: a loss in \d+% of scenarios; one in 20 loses more than −\$/,
    );
    expect(histogramMarks(summary).map(({ name }) => name)).toEqual(["VaR 95%", "ES 95%", "VaR 99%"]);
    const bins = histogramBins(summary);
    for (const [index, { to }] of bins.slice(0, -1).entries()) expect(bins[index + 1]?.from).toBe(to);
  });

  test("behavior: figures come with their doubt and by what other way they were reckoned", () => {
    const rows = lossRows(summary);
    expect(rows.slice(0, 4).map(({ figure }) => figure)).toEqual(["VaR 95%", "ES 95%", "VaR 99%", "ES 99%"]);
    expect(rows.every(({ value }) => value === "–" || value.startsWith("−$"))).toBe(true);
    expect(tailSentence(summary)).toMatch(/^Tail beyond −\$[\d,]+: \d+ scenarios, shape -?\d/);
  });

  test("behavior: laws and what they lack, in sentences", () => {
    expect(lawSentence("filteredHistory", 98)).toContain("98 days");
    const law = {
      ok: true,
      law: { kind: "filteredHistory", returns: [] },
      correlation: [
        [1, 0.84],
        [0.84, 1],
      ],
      isCorrelationAssumed: false,
    } as const;
    expect(correlationWords(law, ["ETH", "BTC"])).toBe("ETH and BTC correlated 0.84, as in the past days.");
    expect(correlationWords(law, ["ETH"])).toBe("");
    expect(correlationWords({ ...law, isCorrelationAssumed: true }, ["ETH", "BTC"])).toContain("as one");
    for (const reason of ["notFitted", "noVolatility", "shortHistory"] as const)
      expect(lawFault(reason)).toMatch(/\. Choose /);
  });
});

describe("scenario maps", () => {
  test("default: nothing moves in the cell of now, whatever the rows are", () => {
    for (const axis of ["volatility", "time", "coins"] as const) {
      const grid = scenarioGrid(axis, { book, priced: 0, rule: "stickyStrike" });
      const row = grid.rows.find(({ key }) => key === grid.current.row);
      const column = grid.columns.findIndex(({ key }) => key === grid.current.column);
      expect(row?.changes[column]).toBeCloseTo(0, 6);
      expect(grid.rows.every(({ changes }) => changes.length === grid.columns.length)).toBe(true);
    }
  });

  test("behavior: two coins each on their own", () => {
    const grid = scenarioGrid("coins", { book, priced: 1, rule: "stickyStrike" });
    expect([grid.corner, grid.columns[0]?.note]).toEqual(["ETH", "$65,800"]);
  });
});

describe("the bridge of an epoch's change", () => {
  const causes = {
    ...{ delta: 2_835, theta: 839, vega: 145, gamma: -147, vanna: 3, volga: 2 },
    ...{ premium: 0, fees: -77, deposits: 1_000, unexplained: 0, total: 4_600 },
  };
  const change = { causes, startUsd: 50_000, endUsd: 54_600, isEdgeKnown: true, areFlowsKnown: true };

  test("default: it tells every cause, the unexplained too, and comes to the result; what came and went stands beside it", () => {
    const { steps, total, fromTo, summary: told } = attributionSteps({ ...change }, ["ETH", "BTC"]);
    expect(steps.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(total.value, 9);
    expect(steps.map(({ name }) => name)).toEqual([
      ...["Delta", "Theta", "Vega", "Gamma", "Vanna, volga", "Premium", "Fees", "Unexplained"],
    ]);
    expect(fromTo).toBe(
      "From $50,000.00 at the openings to $54,600.00: +$3,600 of result, deposits less withdrawals +$1,000.",
    );
    expect(told).toContain("Unexplained $0");
    expect(steps[0]?.note).toBe("ETH, BTC moved");
  });

  test("behavior: what nothing on record tells is named as such, and where it went", () => {
    const { steps, fromTo } = attributionSteps({ ...change, isEdgeKnown: false, areFlowsKnown: false }, ["ETH"]);
    const untold = steps.filter(({ text }) => text === "not known").map(({ name, note }) => [name, note]);
    expect(untold).toEqual([["Premium", "in vega"]]);
    expect(fromTo).toContain("deposits less withdrawals not known.");
  });
});

describe("the fitted tail", () => {
  test("default: points are the scenarios' own, the law stands at the same losses and near them", () => {
    const { gpd } = summary.checks;
    if (!gpd.ok) throw new Error(gpd.reason);
    const { points, law } = tailShape(gpd.fit);
    expect(points).toHaveLength(gpd.fit.points.length);
    expect(law.map(({ loss }) => loss)).toEqual(points.map(({ loss }) => loss));
    // At the median of the exceedances both are half of the worst tenth, within a few scenarios.
    const middle = points.findIndex(({ beyond }) => beyond < 0.05);
    expect((law[middle]?.beyond ?? NaN) / (points[middle]?.beyond ?? NaN)).toBeCloseTo(1, 0);
    expect(tailSummary(gpd.fit)).toMatch(
      /^\d+ losses from −\$[\d,]+, which 10% of scenarios exceed, to −\$[\d,]+, against/,
    );
  });

  test.each([
    [0.1, "10%"],
    [0.015, "1.5%"],
    [0.01, "1%"],
    [0.0012, "0.12%"],
    [0.0001, "0.01%"],
    [0.0000307, "0.0031%"],
    [0, "0%"],
    [Number.NaN, "–"],
  ])("behavior: a share of %d reads %s", (share, text) => expect(TAIL_LABELS.share(share)).toBe(text));
});
