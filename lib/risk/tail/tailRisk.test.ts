import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomStream } from "@/lib/math/randomStream";
import vectors from "../vectors/varEs.json";
import { cornishFisherRisk, isCornishFisherMonotone } from "./cornishFisher";
import { gaussianContributions } from "./gaussianContributions";
import { gpdTailRisk } from "./gpdTailRisk";
import { normalTailRisk } from "./normalTailRisk";
import { sampleMoments } from "./sampleMoments";
import { sampleTailRisk } from "./sampleTailRisk";
import { studentTailRisk } from "./studentTailRisk";
import type { TailRisk } from "./TailRisk";

const REQUIRED = 1e-12;

function relative(actual: number, truth: string): number {
  return Math.abs(actual / Number(truth) - 1);
}

function expectTail(actual: TailRisk, { VaR, ES }: { readonly VaR: string; readonly ES: string }): void {
  expect(relative(actual.valueAtRisk, VaR)).toBeLessThanOrEqual(REQUIRED);
  expect(relative(actual.expectedShortfall, ES)).toBeLessThanOrEqual(REQUIRED);
}

describe("closed forms", () => {
  test.each(vectors.normal)(
    "default: normal, mean $mu, deviation $sigma, at $alpha",
    ({ mu, sigma, alpha, ...truth }) => {
      expectTail(normalTailRisk({ mean: Number(mu), deviation: Number(sigma) }, Number(alpha)), truth);
    },
  );

  test.each(vectors.student_t)("default: Student's t, ν = $nu, at $alpha", ({ nu, alpha, ...truth }) => {
    expectTail(studentTailRisk({ nu: Number(nu), scale: "raw" }, Number(alpha)), truth);
    const unit = { VaR: truth.VaR_unit_variance, ES: truth.ES_unit_variance };
    expectTail(studentTailRisk({ nu: Number(nu), scale: "unitVariance" }, Number(alpha)), unit);
  });

  test.each(vectors.cornish_fisher)(
    "default: Cornish–Fisher, skew $skew_of_return, excess kurtosis $excess_kurtosis, at $alpha",
    (row) => {
      const shape = { skew: Number(row.skew_of_return), excessKurtosis: Number(row.excess_kurtosis) };
      expect(isCornishFisherMonotone(shape)).toBe(row.monotone_on_pm4);
      const risk = cornishFisherRisk(shape, Number(row.alpha));
      if (!risk.ok) throw new Error(risk.reason);
      expectTail(risk, row);
    },
  );

  test.each(vectors.gpd_pot)("default: generalised Pareto, ξ = $xi, at $alpha", ({ xi, beta, u, alpha, ...row }) => {
    const tail = { threshold: Number(u), exceedanceShare: Number(row.exceed_prob), shape: Number(xi) };
    expectTail(gpdTailRisk({ ...tail, scale: Number(beta) }, Number(alpha)), row);
  });

  test.each(vectors.euler_gaussian)("default: Euler's contributions of $weights, and they add up", (row) => {
    const holdings = { weights: row.weights.map(Number), covariance: row.cov.map((line) => line.map(Number)) };
    const whole = gaussianContributions(holdings, Number(row.alpha));
    expectTail(whole, row);
    const scale = REQUIRED * Number(row.ES);
    whole.parts.forEach(({ valueAtRisk, expectedShortfall }, index) => {
      expect(Math.abs(valueAtRisk - Number(row.contrib_VaR[index]))).toBeLessThanOrEqual(scale);
      expect(Math.abs(expectedShortfall - Number(row.contrib_ES[index]))).toBeLessThanOrEqual(scale);
    });
    const sum = whole.parts.reduce((total, part) => total + part.expectedShortfall, 0);
    expect(Math.abs(sum - whole.expectedShortfall)).toBeLessThan(scale);
  });
});

describe("where the closed forms end", () => {
  test("error: an expansion that turns around is refused, and where it turns decides", () => {
    expect(cornishFisherRisk({ skew: -2, excessKurtosis: 1 }, 0.95)).toEqual({ ok: false, reason: "notMonotone" });
    expect(cornishFisherRisk({ skew: 0, excessKurtosis: 9 }, 0.95).ok).toBe(false);
    // Without skew the slope 1 + (z² − 1)·K/8 of K = −½ is 0 at √17.
    expect(isCornishFisherMonotone({ skew: 0, excessKurtosis: -0.5 }, 4.12)).toBe(true);
    expect(isCornishFisherMonotone({ skew: 0, excessKurtosis: -0.5 }, 4.13)).toBe(false);
    expect(cornishFisherRisk({ skew: 0, excessKurtosis: -0.5 }, 0.99).ok).toBe(true);
    expect(cornishFisherRisk({ skew: 0, excessKurtosis: -0.5 }, 0.9999999).ok).toBe(false);
    expect(isCornishFisherMonotone({ skew: NaN, excessKurtosis: 0 })).toBe(false);
    const shapes = fc.record({
      skew: fc.double({ min: -3, max: 3, noNaN: true }),
      excessKurtosis: fc.double({ min: -2, max: 12, noNaN: true }),
    });
    fc.assert(
      fc.property(shapes, (shape) => {
        const { skew: s, excessKurtosis: k } = shape;
        const slope = (z: number) => 1 + (z * s) / 3 + ((z * z - 1) * k) / 8 - ((6 * z * z - 5) * s * s) / 36;
        const least = Math.min(...Array.from({ length: 801 }, (_, index) => slope(index / 100 - 4)));
        if (isCornishFisherMonotone(shape)) expect(least).toBeGreaterThanOrEqual(-1e-12);
        else expect(least).toBeLessThan(1e-3);
      }),
    );
  });

  test("behavior: without a mean the shortfall is infinite, without a variance nothing has unit variance", () => {
    expect(gpdTailRisk({ threshold: 1, exceedanceShare: 0.1, shape: 1, scale: 1 }, 0.95).expectedShortfall).toBe(
      Infinity,
    );
    expect(studentTailRisk({ nu: 1, scale: "raw" }, 0.95).expectedShortfall).toBe(Infinity);
    expect(studentTailRisk({ nu: 2, scale: "unitVariance" }, 0.95).valueAtRisk).toBeNaN();
  });

  test("behavior: outside of the domain there is no number", () => {
    const tail = { threshold: 1, exceedanceShare: 0.1, shape: 0.2, scale: 1 };
    for (const risk of [
      gpdTailRisk(tail, 0.85),
      gpdTailRisk({ ...tail, scale: 0 }, 0.95),
      studentTailRisk({ nu: 0, scale: "raw" }, 0.95),
      normalTailRisk({ mean: 0, deviation: 1 }, 1.2),
      sampleTailRisk(new Float64Array(0), 0.95),
      sampleTailRisk(Float64Array.of(1), 1),
    ]) {
      expect(risk.valueAtRisk).toBeNaN();
      expect(risk.expectedShortfall).toBeNaN();
    }
    expect(gpdTailRisk(tail, 0.9).valueAtRisk).toBeCloseTo(1, 14);
  });
});

describe("samples", () => {
  test.each(vectors.empirical)("default: whole losses from $losses, at $alpha", ({ losses, alpha, ...truth }) => {
    const [first = NaN, last = NaN] = losses;
    const changes = Float64Array.from({ length: last - first + 1 }, (_, index) => -(first + index));
    expectTail(sampleTailRisk(changes, Number(alpha)), truth);
    expect(changes[0]).toBe(-first);
  });

  test("behavior: the last loss of the tail counts in part", () => {
    const changes = Float64Array.from([-10, 4, -3, 2, 1, 0, 5, 6]);
    // 0.85 of eight leaves 1.2 scenarios: the worst, and a fifth of the second.
    const risk = sampleTailRisk(changes, 0.85);
    expect(risk.valueAtRisk).toBe(3);
    expect(risk.expectedShortfall).toBeCloseTo((10 + 0.2 * 3) / 1.2, 12);
  });

  test("behavior: it is the worst share of the sorted sample, coherent, and never below VaR", () => {
    const sample = fc.float64Array({ minLength: 1, maxLength: 40, min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(sample, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (changes, confidence) => {
        const sorted = changes.toSorted();
        let left = changes.length * (1 - confidence);
        let sum = 0;
        for (const change of sorted) {
          const share = Math.max(0, Math.min(1, left));
          sum -= share * change;
          left -= share;
        }
        const risk = sampleTailRisk(changes, confidence);
        const size = changes.length * (1 - confidence);
        expect(Math.abs(risk.expectedShortfall - sum / size)).toBeLessThan(1e-5);
        expect(risk.expectedShortfall).toBeGreaterThanOrEqual(risk.valueAtRisk - 1e-9);
      }),
    );
  });

  test("behavior: of normal and of Student-t draws both are within 4 standard errors of the closed form", () => {
    const { normal } = randomStream({ seed: 11 });
    const drawn = Float64Array.from({ length: 50_000 }, normal);
    const heavy = Float64Array.from(
      drawn,
      () => normal() / Math.sqrt((normal() ** 2 + normal() ** 2 + normal() ** 2 + normal() ** 2) / 4),
    );
    for (const confidence of [0.95, 0.99]) {
      const cases = [
        { risk: sampleTailRisk(drawn, confidence), exact: normalTailRisk({ mean: 0, deviation: 1 }, confidence) },
        { risk: sampleTailRisk(heavy, confidence), exact: studentTailRisk({ nu: 4, scale: "raw" }, confidence) },
      ];
      for (const { risk, exact } of cases) {
        expect(Math.abs(risk.valueAtRisk - exact.valueAtRisk)).toBeLessThan(4 * risk.valueAtRiskError);
        expect(Math.abs(risk.expectedShortfall - exact.expectedShortfall)).toBeLessThan(
          4 * risk.expectedShortfallError,
        );
      }
    }
  });

  test("default: moments of a sample, by which the expansion is a check of it", () => {
    expect(sampleMoments(Float64Array.of(1, 1, 1, 5))).toEqual({
      mean: 2,
      deviation: Math.sqrt(3),
      skew: 6 / (3 * Math.sqrt(3)),
      excessKurtosis: 21 / 9 - 3,
    });
    expect(sampleMoments(Float64Array.of(2, 2)).skew).toBeNaN();
    expect(sampleMoments(new Float64Array(0)).deviation).toBeNaN();
    const { normal } = randomStream({ seed: 13 });
    // A little skewed, as the expansion wants it: a normal deviate and a share of its square.
    const changes = Float64Array.from({ length: 40_000 }, normal).map((z) => 1e6 + 100 * (z - 0.05 * z * z));
    const { mean, deviation, ...shape } = sampleMoments(changes);
    const expansion = cornishFisherRisk(shape, 0.95);
    const sample = sampleTailRisk(changes, 0.95);
    if (!expansion.ok) throw new Error(expansion.reason);
    const figure = deviation * expansion.expectedShortfall - mean;
    expect(Math.abs(figure - sample.expectedShortfall)).toBeLessThan(4 * sample.expectedShortfallError);
  });

  test("behavior: the standard errors are what repeated samples scatter by", () => {
    const { normal } = randomStream({ seed: 12 });
    const risks = Array.from({ length: 200 }, () => sampleTailRisk(Float64Array.from({ length: 2_000 }, normal), 0.95));
    for (const figure of ["valueAtRisk", "expectedShortfall"] as const) {
      const mean = risks.reduce((sum, risk) => sum + risk[figure], 0) / risks.length;
      const scatter = Math.sqrt(risks.reduce((sum, risk) => sum + (risk[figure] - mean) ** 2, 0) / (risks.length - 1));
      const told = risks.reduce((sum, risk) => sum + risk[`${figure}Error`], 0) / risks.length;
      // 200 samples know a deviation to a twentieth.
      expect(Math.abs(told / scatter - 1)).toBeLessThan(0.2);
    }
  });
});
