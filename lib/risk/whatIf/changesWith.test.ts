import { expect, test } from "vitest";
import { sampleBook } from "../bookFixture";
import type { LossQuestion } from "../loss/LossQuestion";
import { lossChanges, partChanges } from "../loss/lossChanges";
import { summedColumns } from "../tail/shortfallContributions";
import { changesWith } from "./changesWith";

const book = sampleBook();
const question: LossQuestion = {
  book,
  law: {
    kind: "studentT",
    degreesOfFreedom: 4,
    coins: book.coins.map(() => ({ volatility: 0.6, volatilityPerFall: 0.4 })),
    correlation: [
      [1, 0.8],
      [0.8, 1],
    ],
  },
  horizonYears: 1 / 365,
  rule: "stickyStrike",
  seed: 1,
};
const range = { from: 0, count: 512 };

function columns(asked: LossQuestion) {
  const answer = partChanges(asked, range);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.parts;
}

test("default: the parts' changes add up to the book's, in the same scenarios", () => {
  const whole = lossChanges(question, range);
  if (!whole.ok) throw new Error(whole.reason);
  const expected = summedColumns(whole.changes.pieces);
  summedColumns(columns(question)).forEach((change, scenario) => {
    expect(change).toBeCloseTo(expected[scenario] ?? NaN, 7);
  });
});

test("behavior: an amount of a part on top is the book with more of it, scenario by scenario", () => {
  const [call, ...others] = book.parts;
  if (call === undefined) throw new Error("a part");
  const twice = {
    ...call,
    coinUnits: 2 * call.coinUnits,
    legs: call.legs.map((leg) => ({ ...leg, size: 2 * leg.size })),
  };
  const own = columns(question);
  const expected = summedColumns(columns({ ...question, book: { ...book, parts: [twice, ...others] } }));
  changesWith(summedColumns(own), own[0], 1).forEach((change, scenario) => {
    expect(change).toBeCloseTo(expected[scenario] ?? NaN, 6);
  });
  expect(changesWith(summedColumns(own), own[0], 0)).toEqual(summedColumns(own));
  expect(changesWith(summedColumns(own), undefined, 5)).toEqual(summedColumns(own));
});
