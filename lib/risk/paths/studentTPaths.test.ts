import { describe, expect, test } from "vitest";
import { studentT4Quantile } from "@/lib/math/studentT4";
import { correlationOf, errorsFrom, simulated, TWO_STUDENTS } from "./pathFixture";
import { SHOCK_CUT, studentTDrift } from "./studentTDrift";

const COUNT = 60_000;
const TIMES = [1 / 365, 30 / 365];
const { spotFactors, volatilityFactors } = simulated({
  law: TWO_STUDENTS,
  times: TIMES,
  seed: 6,
  from: 0,
  count: COUNT,
});

/** Of a time's price, from Student's quantile at 4 degrees of freedom, whose variance is 2. */
function quantileOf(coin: number, time: number, probability: number): number {
  const deviation = (TWO_STUDENTS.coins[coin]?.volatility ?? 0) * Math.sqrt(TIMES[time] ?? 0);
  return Math.exp(studentT4Quantile(probability) * Math.SQRT1_2 * deviation + studentTDrift(4, deviation));
}

describe("studentTPaths", () => {
  test.each([0.001, 0.01, 0.05, 0.5, 0.95, 0.99])(
    "default: the value at risk at %d is the closed form's",
    (probability) => {
      for (const [coin, times] of spotFactors.entries())
        for (const [time, spots] of times.entries()) {
          const quantile = quantileOf(coin, time, probability);
          const below = spots.map((spot) => (spot < quantile ? 1 : 0));
          expect(errorsFrom(probability, below)).toBeLessThan(4);
        }
    },
  );

  test("default: the expected shortfall is the closed form's", () => {
    const deviation = 0.6 * Math.sqrt(TIMES[0] ?? 0);
    const quantile = studentT4Quantile(0.025);
    const density = (3 / 8) * (1 + quantile ** 2 / 4) ** -2.5;
    const expected = (density * (4 + quantile ** 2)) / 3 / 0.025;
    const logs = (spotFactors[0]?.[0] ?? new Float64Array()).map((spot) => Math.log(spot));
    const drift = studentTDrift(4, deviation);
    const shocks = logs.map((log) => ((log - drift) / deviation) * Math.SQRT2);
    expect(
      errorsFrom(
        -expected,
        shocks.filter((shock) => shock < quantile),
      ),
    ).toBeLessThan(4);
  });

  test("behavior: coins are correlated", () => {
    const ranks = spotFactors.map(([spots]) => spots as Float64Array);
    const medians = ranks.map((_, coin) => quantileOf(coin, 0, 0.5));
    const signs = ranks.map((spots, coin) => spots.map((spot) => Math.sign(spot - (medians[coin] ?? 0))));
    // Of any elliptical law: E[sign·sign] = 2·asin(ρ)/π.
    const [a, b] = signs as [Float64Array, Float64Array];
    expect(
      errorsFrom(
        (2 * Math.asin(0.8)) / Math.PI,
        a.map((sign, index) => sign * (b[index] ?? 0)),
      ),
    ).toBeLessThan(4);
    expect(correlationOf(a, b)).toBeGreaterThan(0.5);
  });

  test("behavior: coins without correlation are still extreme together", () => {
    const correlation = [
      [1, 0],
      [0, 1],
    ];
    const found = simulated({
      law: { ...TWO_STUDENTS, correlation },
      times: [1 / 365],
      seed: 6,
      from: 0,
      count: COUNT,
    });
    const deep = found.spotFactors.map((times, coin) => {
      const quantile = quantileOf(coin, 0, 0.01);
      return (times[0] as Float64Array).map((spot) => (spot < quantile ? 1 : 0));
    });
    const both = (deep[0] as Float64Array).reduce((sum, hit, index) => sum + hit * (deep[1]?.[index] ?? 0), 0);
    // Independent coins would have both in one of ten thousand.
    expect(both / COUNT).toBeGreaterThan(5e-4);
  });

  test("behavior: other degrees of freedom keep the variance", () => {
    const law = { ...TWO_STUDENTS, degreesOfFreedom: 9.5 };
    const found = simulated({ law, times: [1 / 365], seed: 2, from: 0, count: COUNT });
    const deviation = 0.6 / Math.sqrt(365);
    const drift = studentTDrift(9.5, deviation);
    const squares = found.spotFactors[0]?.[0]?.map((spot) => ((Math.log(spot) - drift) / deviation) ** 2) ?? [];
    expect(errorsFrom(1, squares)).toBeLessThan(4);
  });

  test("behavior: volatility rises by so many points for each per cent of a fall, and never falls to nothing", () => {
    const spots = spotFactors[0]?.[1] ?? new Float64Array();
    for (const [index, factor] of (volatilityFactors[0] ?? new Float64Array()).subarray(0, 500).entries())
      expect(factor).toBeCloseTo(Math.max(0.25, 1 + (0.5 * (1 - (spots[index] ?? 0))) / 0.6), 12);
  });
});

describe("studentTDrift", () => {
  test("default: as Simpson's rule finds it", () => {
    for (const deviation of [0.01, 0.2, 0.8]) {
      const density = (t: number) => (3 / 8) * (1 + (t * t) / 4) ** -2.5;
      const factor = (t: number) => Math.exp(Math.min(Math.max(t * Math.SQRT1_2 * deviation, -SHOCK_CUT), SHOCK_CUT));
      // Its pieces end at the cut, where the integrand bends; beyond it the factor is constant.
      const edge = (SHOCK_CUT * Math.SQRT2) / deviation;
      const beyond = 0.5 - simpson(density, 0, edge);
      const inside = simpson((t) => density(t) * (factor(t) + factor(-t)), 0, edge);
      const expected = -Math.log(inside + beyond * 2 * Math.cosh(SHOCK_CUT));
      expect(Math.abs(studentTDrift(4, deviation) - expected)).toBeLessThan(1e-7);
    }
  });

  test("behavior: many degrees of freedom have the normal law's drift, no deviation none", () => {
    expect(studentTDrift(1e6, 0.3)).toBeCloseTo(-0.045, 6);
    expect(studentTDrift(4, 0)).toBeCloseTo(0, 15);
  });
});

function simpson(of: (t: number) => number, from: number, to: number): number {
  const pieces = 200_000;
  const step = (to - from) / pieces;
  let sum = of(from) + of(to);
  for (let piece = 1; piece < pieces; piece += 1) sum += (piece % 2 === 1 ? 4 : 2) * of(from + piece * step);
  return (sum * step) / 3;
}
