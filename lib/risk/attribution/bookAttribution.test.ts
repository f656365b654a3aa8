import { describe, expect, test } from "vitest";
import { InvariantError } from "@/lib/errors/invariant";
import { sampleBook } from "../bookFixture";
import { bookValues } from "../bookValues";
import { CAUSES, summedAttribution } from "./Attribution";
import { type AttributionInput, bookAttribution } from "./bookAttribution";

const start = sampleBook();

/** A period of size h: prices and volatilities move by shares of it, time by its square. */
function period(h: number): AttributionInput {
  const move = { spotMoves: [h, -0.7 * h], volatilityMoves: [0.5 * h, 0.8 * h], elapsedYears: 0.4 * h * h };
  return {
    start,
    endSpots: start.coins.map(({ spot }, coin) => spot * (1 + (move.spotMoves[coin] ?? 0))),
    endVolatilities: start.parts.map(({ coin, legs }) =>
      legs.map(({ volatility }) => volatility + (move.volatilityMoves[coin] ?? 0)),
    ),
    elapsedYears: move.elapsedYears,
    endValues: bookValues(start, move),
  };
}

describe("attribution of a period's change", () => {
  test("default: causes and the unexplained add up to the change of value, by part and in whole", () => {
    const input = period(0.04);
    const { parts, whole } = bookAttribution(input);
    const now = bookValues(start);
    parts.forEach((part, index) => {
      expect(part.total).toBe((input.endValues[index] ?? NaN) - (now[index] ?? NaN));
      expect(CAUSES.reduce((sum, cause) => sum + part[cause], 0)).toBeCloseTo(part.total, 8);
    });
    expect(whole).toEqual(summedAttribution(parts));
    expect(whole.delta).toBeGreaterThan(0);
    expect(whole.gamma).toBeLessThan(0);
    expect(whole.theta).toBeGreaterThan(0);
    expect(parts[3]).toMatchObject({ delta: 0, unexplained: 0, total: 0 });
  });

  test("behavior: what is left falls with the third power of the move: faster than its square", () => {
    const left = (h: number) => bookAttribution(period(h)).parts.map(({ unexplained }) => unexplained);
    const [wide, narrow] = [left(2e-3), left(1e-3)];
    for (const part of [0, 1, 2]) expect((wide[part] ?? NaN) / (narrow[part] ?? NaN)).toBeCloseTo(8, 0);
    // Without any second-order term a remainder of the order of h² would be left; each of them is needed.
    const { whole } = bookAttribution(period(1e-4));
    for (const cause of ["gamma", "vanna", "volga", "theta"] as const)
      expect(Math.abs(whole[cause])).toBeGreaterThan(5 * Math.abs(whole.unexplained));
  });

  test("behavior: what comes and goes is named, and only the rest is unexplained", () => {
    const quiet = { ...period(0), flows: [{ premium: 40, fees: -3 }, { deposits: 1_000 }] };
    const now = bookValues(start);
    const endValues = now.map((value, index) => value + ([37, 1_002][index] ?? 0));
    const { parts, whole } = bookAttribution({ ...quiet, endValues });
    expect(parts[0]?.unexplained).toBeCloseTo(0, 8);
    expect(parts[1]?.unexplained).toBeCloseTo(2, 8);
    expect(whole).toMatchObject({ premium: 40, fees: -3, deposits: 1_000 });
    expect(whole.total).toBeCloseTo(1_039, 8);
  });

  test("error: a part without an end is a mistake of the caller", () => {
    expect(() => bookAttribution({ ...period(0.1), endValues: [1] })).toThrow(InvariantError);
  });
});
