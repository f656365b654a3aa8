import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvariantError } from "@/lib/errors/invariant";
import { randomStream } from "@/lib/math/randomStream";
import { gaussianContributions } from "./gaussianContributions";
import { sampleTailRisk } from "./sampleTailRisk";
import { shortfallContributions, summedColumns } from "./shortfallContributions";
import { tailMean, tailScenarios } from "./tailScenarios";

/** Three correlated normal columns, the last one against the others, and their covariance. */
const FACTORS = [
  [30, 0, 0],
  [20, 10, 0],
  [-5, 4, 8],
];
const covariance = FACTORS.map((a) =>
  FACTORS.map((b) => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)),
);

function drawnColumns(count: number, seed: number): Float64Array[] {
  const { normal } = randomStream({ seed });
  const columns = FACTORS.map(() => new Float64Array(count));
  for (let scenario = 0; scenario < count; scenario += 1) {
    const drawn = [normal(), normal(), normal()];
    FACTORS.forEach((factors, part) => {
      const column = columns[part];
      if (column) column[scenario] = factors.reduce((sum, factor, index) => sum + factor * (drawn[index] ?? 0), 0);
    });
  }
  return columns;
}

function contributions(columns: readonly Float64Array[], confidence: number) {
  const found = shortfallContributions(columns, confidence);
  if (found === null) throw new Error("no tail");
  return found;
}

describe("contributions to the shortfall of a sample", () => {
  test("default: within 4 standard errors of the Gaussian closed form, and adding up", () => {
    for (const confidence of [0.9, 0.975]) {
      const found = contributions(drawnColumns(60_000, 31), confidence);
      const exact = gaussianContributions({ weights: [1, 1, 1], covariance }, confidence);
      found.parts.forEach(({ value, error }, index) => {
        expect(Math.abs(value - (exact.parts[index]?.expectedShortfall ?? NaN))).toBeLessThan(4 * error);
      });
      const sum = found.parts.reduce((total, part) => total + part.value, 0);
      expect(Math.abs(sum / found.expectedShortfall.value - 1)).toBeLessThan(1e-12);
    }
  });

  test("behavior: they add up to the ES for any columns, ties and fractions among them", () => {
    const column = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(column, column, column, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (a, b, c, confidence) => {
        const columns = [a, b, c].map((values) => Float64Array.from(values));
        const { parts, expectedShortfall } = contributions(columns, confidence);
        const sum = parts.reduce((total, part) => total + part.value, 0);
        expect(Math.abs(sum - expectedShortfall.value)).toBeLessThan(1e-9);
        const sample = sampleTailRisk(summedColumns(columns), confidence);
        expect(Math.abs(sample.expectedShortfall - expectedShortfall.value)).toBeLessThan(1e-9);
      }),
    );
  });

  test("behavior: the error of the whole is that of its ES, and of the parts what repeated samples scatter by", () => {
    const runs = Array.from({ length: 120 }, (_, run) => contributions(drawnColumns(2_000, 100 + run), 0.95));
    FACTORS.forEach((_, part) => {
      const values = runs.map(({ parts }) => parts[part]?.value ?? NaN);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const scatter = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
      const told = runs.reduce((sum, { parts }) => sum + (parts[part]?.error ?? NaN), 0) / runs.length;
      expect(Math.abs(told / scatter - 1)).toBeLessThan(0.25);
    });
    const total = summedColumns(drawnColumns(20_000, 5));
    const whole = contributions([total], 0.95);
    expect(whole.expectedShortfall.error / sampleTailRisk(total, 0.95).expectedShortfallError).toBeCloseTo(1, 2);
  });

  test("behavior: over the tail the mean of one more unit is the derivative of the ES", () => {
    const columns = drawnColumns(20_000, 8);
    const { tail, expectedShortfall } = contributions(columns, 0.95);
    const [unit] = drawnColumns(20_000, 9);
    if (!unit) throw new Error("no column");
    const step = 1e-4;
    const more = contributions([...columns, unit.map((change) => step * change)], 0.95).expectedShortfall.value;
    expect(Math.abs((more - expectedShortfall.value) / step - tailMean(tail, unit).value)).toBeLessThan(0.05);
  });

  test("error: no tail without scenarios or confidence; a part with other scenarios is a mistake", () => {
    expect(shortfallContributions([], 0.95)).toBeNull();
    expect(tailScenarios(Float64Array.of(1, 2), 1)).toBeNull();
    expect(() => summedColumns([Float64Array.of(1), Float64Array.of(1, 2)])).toThrow(InvariantError);
  });
});
