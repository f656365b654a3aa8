import { describe, expect, test } from "vitest";
import type { PathLaw } from "./PathLaw";
import { CALM, errorsFrom, LAWS, simulated, TWO_COINS, TWO_HISTORIES, TWO_MERTONS, TWO_STUDENTS } from "./pathFixture";
import { pathSimulator } from "./pathSimulator";

const TIMES = [1 / 365, 6.4 / 365, 30 / 365];
const SEED = 4;

describe("pathSimulator", () => {
  test.each(LAWS)("default: under $kind every price has its forward as mean", (law) => {
    const { spotFactors, volatilityFactors } = simulated({ law, times: TIMES, seed: SEED, from: 0, count: 30_000 });
    expect(spotFactors.map(({ length }) => length)).toEqual([3, 3]);
    for (const column of spotFactors.flat()) expect(errorsFrom(1, column)).toBeLessThan(4);
    expect(volatilityFactors).toHaveLength(2);
    for (const column of volatilityFactors) expect(column.every((factor) => factor > 0 && factor < 100)).toBe(true);
  });

  test.each(LAWS)("behavior: under $kind ranges joined are the whole, to the last bit", (law) => {
    const input = { law, times: TIMES, seed: SEED };
    const whole = simulated({ ...input, from: 100, count: 1_300 });
    const parts = [
      { from: 100, count: 513 },
      { from: 613, count: 787 },
    ].map((range) => simulated({ ...input, ...range }));
    const joined = (column: (part: (typeof parts)[number]) => Float64Array | undefined) =>
      Float64Array.from(parts.flatMap((part) => [...(column(part) ?? [])]));
    for (const coin of [0, 1]) {
      expect(joined((part) => part.volatilityFactors[coin])).toEqual(whole.volatilityFactors[coin]);
      for (const time of [0, 1, 2])
        expect(joined((part) => part.spotFactors[coin]?.[time])).toEqual(whole.spotFactors[coin]?.[time]);
    }
  });

  test.each(LAWS)("behavior: under $kind the same seed gives the same numbers, another one others", (law) => {
    const first = (seed: number) => simulated({ law, times: TIMES, seed, from: 0, count: 10 }).spotFactors;
    expect(first(1)).toEqual(first(1));
    expect(first(1)).not.toEqual(first(2));
  });

  test("behavior: known numbers, to the last bit, as Node 20 and Chromium 156 have them", () => {
    const bits = LAWS.map((law) => {
      const { spotFactors, volatilityFactors } = simulated({ law, times: TIMES, seed: SEED, from: 0, count: 1_024 });
      const columns = [...spotFactors.flat(), ...volatilityFactors].map(({ buffer }) => new Int32Array(buffer));
      return columns.flatMap((words) => [...words]).reduce((sum, word) => (Math.imul(sum, 31) + word) | 0, 0);
    });
    expect(bits).toEqual([1_477_995_339, 1_489_234_405, 698_782_943, -714_879_713]);
  });

  const wrong: readonly { readonly name: string; readonly law: PathLaw; readonly reason: string }[] = [
    {
      name: "no correlation matrix",
      law: {
        ...TWO_COINS,
        correlation: [
          [1, 2],
          [2, 1],
        ],
      },
      reason: "correlation",
    },
    { name: "a matrix of another size", law: { ...TWO_MERTONS, correlation: [[1]] }, reason: "correlation" },
    {
      name: "a covariance",
      law: {
        ...TWO_STUDENTS,
        correlation: [
          [2, 0],
          [0, 2],
        ],
      },
      reason: "correlation",
    },
    { name: "jumps that share more than all", law: { ...TWO_COINS, commonJumpShare: 1.1 }, reason: "parameters" },
    {
      name: "a negative variance",
      law: { ...TWO_COINS, coins: [CALM, { ...CALM, initialVariance: -1 }] },
      reason: "parameters",
    },
    { name: "no variance of Student's t", law: { ...TWO_STUDENTS, degreesOfFreedom: 2 }, reason: "parameters" },
    { name: "days that do not vary", law: { ...TWO_HISTORIES, returns: [[0, 0, 0]] }, reason: "parameters" },
    {
      name: "pasts of different lengths",
      law: {
        ...TWO_HISTORIES,
        returns: [
          [0.1, 0, 0.2],
          [0.1, 0],
        ],
      },
      reason: "parameters",
    },
    { name: "no coins", law: { ...TWO_HISTORIES, returns: [] }, reason: "parameters" },
  ];

  test.each(wrong)("error: $name", ({ law, reason }) => {
    expect(pathSimulator({ law, times: TIMES, seed: SEED })).toEqual({ ok: false, reason });
  });

  test.each([{ times: [0, 1] }, { times: [0.2, 0.1] }, { times: [Number.NaN] }, { times: [] }])(
    "error: times $times",
    ({ times }) => {
      expect(pathSimulator({ law: TWO_COINS, times, seed: SEED })).toEqual({ ok: false, reason: "times" });
    },
  );
});
