import { describe, expect, test } from "vitest";
import { sampleBook } from "../bookFixture";
import { bookValue } from "../bookValues";
import { summedColumns } from "../tail/shortfallContributions";
import { joinedChanges } from "./joinedChanges";
import type { LossQuestion } from "./LossQuestion";
import { lossChanges, lossFactors } from "./lossChanges";
import { summariseLosses } from "./summariseLosses";

const fit = {
  ...{ initialVariance: 0.3, meanReversion: 5, longRunVariance: 0.3, volatilityOfVariance: 1.2, correlation: -0.4 },
  ...{ jumpIntensity: 12, meanLogJump: -0.01, jumpDeviation: 0.05 },
};
const correlation = [
  [1, 0.8],
  [0.8, 1],
];
const question: LossQuestion = {
  book: sampleBook(),
  law: {
    kind: "bates",
    coins: [fit, fit],
    correlation,
    commonJumpShare: 1,
    jumpCorrelation: correlation,
    referenceYears: 14 / 365,
  },
  horizonYears: 1 / 365,
  rule: "stickyStrike",
  seed: 1,
};

function changesOf(asked: LossQuestion, range: { readonly from: number; readonly count: number }) {
  const result = lossChanges(asked, range);
  if (!result.ok) throw new Error(result.reason);
  return result.changes;
}

const all = changesOf(question, { from: 0, count: 4_096 });
const summary = summariseLosses(question.book, all);

describe("changes of a book", () => {
  test("behavior: ranges joined are the whole, to the last bit", () => {
    const chunks = [
      changesOf(question, { from: 0, count: 2_048 }),
      changesOf(question, { from: 2_048, count: 1_000 }),
      changesOf(question, { from: 3_048, count: 1_048 }),
    ];
    expect(joinedChanges({ count: 4_096, chunks })).toEqual(all);
  });

  test("behavior: pieces and factors add up to the same change in every scenario", () => {
    const [byPiece, byFactor] = [summedColumns(all.pieces), summedColumns(all.factors)];
    expect(all.factors).toHaveLength(lossFactors(question.book).length);
    for (let index = 0; index < byPiece.length; index += 97)
      expect(byFactor[index]).toBeCloseTo(byPiece[index] ?? Number.NaN, 6);
  });

  test("behavior: time alone is the book's own change over the horizon", () => {
    const { book } = question;
    const later = bookValue(book, { spotMoves: [], volatilityMoves: [], elapsedYears: 1 / 365 }) - bookValue(book);
    expect(all.factors[0]?.[5]).toBeCloseTo(later, 6);
  });

  test("behavior: past an expiry what was sold is settled, and what it paid moves no more", () => {
    const [, , , cash] = question.book.parts;
    const month = changesOf({ ...question, horizonYears: 30 / 365 }, { from: 0, count: 512 });
    expect(cash?.id).toBe("cash");
    // The condor is settled in the quote: its worst is the wider wing, whatever the price does after its expiry.
    const condor = summedColumns(month.pieces.slice(2, 7));
    const wing = 30 * 3_500 * 0.07;
    expect(Math.min(...condor)).toBeGreaterThan(-wing - 400);
  });

  test("error: a law outside of its domain has no scenarios", () => {
    const law = {
      ...question.law,
      correlation: [
        [1, 2],
        [2, 1],
      ],
    };
    expect(lossChanges({ ...question, law } as LossQuestion, { from: 0, count: 1 })).toEqual({
      ok: false,
      reason: "correlation",
    });
  });
});

describe("what changes come to", () => {
  test("default: shares of each kind add up to the shortfall", () => {
    const { expectedShortfall } = summary.main;
    for (const shares of [summary.byPart, summary.byPiece, summary.byFactor]) {
      const sum = shares.reduce((total, { value }) => total + value, 0);
      expect(Math.abs(sum / expectedShortfall - 1)).toBeLessThan(1e-9);
    }
    expect(summary.byPart).toHaveLength(question.book.parts.length);
    expect(summary.byPart[3]?.value).toBe(0);
  });

  test("behavior: figures stand in their order, and every scenario is in the picture or beside it", () => {
    const { main, rare, histogram, scenarios } = summary;
    expect(main.valueAtRisk).toBeLessThan(main.expectedShortfall);
    expect(main.expectedShortfall).toBeLessThan(rare.expectedShortfall);
    expect(histogram.counts.reduce((sum, count) => sum + count, histogram.below + histogram.above)).toBe(scenarios);
    expect(summary.lossOdds).toBeGreaterThan(0.2);
    expect(summary.lossOdds).toBeLessThan(0.8);
  });

  test("behavior: the fitted tail and the sample agree on the rare shortfall", () => {
    const { gpd, gpdRare } = summary.checks;
    expect(gpd.ok).toBe(true);
    const distance = Math.abs((gpdRare?.expectedShortfall ?? Number.NaN) - summary.rare.expectedShortfall);
    expect(distance).toBeLessThan(4 * summary.rare.expectedShortfallError);
  });
});
