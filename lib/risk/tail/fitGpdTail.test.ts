import { describe, expect, test } from "vitest";
import { randomStream } from "@/lib/math/randomStream";
import { fitGpdTail, type GpdFit } from "./fitGpdTail";
import { gpdFitRisk } from "./gpdFitRisk";
import { gpdByLikelihood, gpdByMoments } from "./gpdLikelihood";
import { gpdBeyond, gpdExcess, gpdTailRisk } from "./gpdTailRisk";
import { sampleTailRisk } from "./sampleTailRisk";
import { studentTailRisk } from "./studentTailRisk";

const SCALE = 250;

/** A tenth of all losses lie beyond 1,000 and are Pareto from there; the rest are gains. */
function paretoChanges(shape: number, seed: number): Float64Array {
  const { uniform } = randomStream({ seed });
  return Float64Array.from({ length: 40_000 }, () => {
    const u = uniform();
    return u < 0.1 ? -1_000 - gpdExcess({ shape, scale: SCALE }, uniform()) : 500 * u;
  });
}

function fitted(changes: Float64Array, share: number): GpdFit {
  const result = fitGpdTail(changes, share);
  if (!result.ok) throw new Error(result.reason);
  return result.fit;
}

describe("a generalised Pareto tail", () => {
  test.each([-0.3, -0.1, 0, 0.05, 0.2, 0.4, 0.8])("default: ξ = %d is found within 4 standard errors", (shape) => {
    for (const seed of [1, 2, 3]) {
      const fit = fitted(paretoChanges(shape, seed), 0.05);
      // Beyond a higher threshold u the law is the same, its scale larger by ξ·(u − 1,000).
      const scale = SCALE + shape * (fit.threshold - 1_000);
      expect(Math.abs(fit.shape - shape)).toBeLessThan(4 * fit.shapeError);
      expect(Math.abs(fit.scale - scale)).toBeLessThan(4 * fit.scaleError);
      expect(fit.exceedances).toBe(2_000);
      // Of a law that holds A² is seldom above 2.5.
      expect(fit.andersonDarling).toBeLessThan(2.5);
      // The eleventh largest of a heavy tail is itself unsure by ξ/√11.
      expect(fit.worstDeviation).toBeLessThan(0.2 + 0.3 * Math.max(0, shape));
    }
  });

  test("behavior: its figures agree with the sample's own, and reach where the sample has few", () => {
    const changes = paretoChanges(0.2, 7);
    const fit = fitted(changes, 0.05);
    const sample = sampleTailRisk(changes, 0.99);
    const tail = gpdTailRisk(fit, 0.99);
    expect(Math.abs(tail.valueAtRisk - sample.valueAtRisk)).toBeLessThan(4 * sample.valueAtRiskError);
    expect(Math.abs(tail.expectedShortfall - sample.expectedShortfall)).toBeLessThan(4 * sample.expectedShortfallError);
    const exact = gpdTailRisk({ threshold: 1_000, exceedanceShare: 0.1, shape: 0.2, scale: SCALE }, 0.999);
    expect(Math.abs(gpdTailRisk(fit, 0.999).valueAtRisk / exact.valueAtRisk - 1)).toBeLessThan(0.1);
  });

  test("behavior: the errors of its figures are what repeated samples scatter by", () => {
    for (const shape of [-0.2, 1e-3, 0.3]) {
      const fits = Array.from({ length: 120 }, (_, run) => {
        const { uniform } = randomStream({ seed: 500 + run });
        return gpdFitRisk(
          fitted(
            Float64Array.from({ length: 5_000 }, () => -gpdExcess({ shape, scale: 1 }, uniform())),
            0.1,
          ),
          0.99,
        );
      });
      for (const figure of ["valueAtRisk", "expectedShortfall"] as const) {
        const mean = fits.reduce((sum, fit) => sum + fit[figure], 0) / fits.length;
        const scatter = Math.sqrt(fits.reduce((sum, fit) => sum + (fit[figure] - mean) ** 2, 0) / (fits.length - 1));
        const told = fits.reduce((sum, fit) => sum + fit[`${figure}Error`], 0) / fits.length;
        expect(Math.abs(told / scatter - 1)).toBeLessThan(0.25);
      }
    }
    const infinite = { ...fitted(paretoChanges(0.2, 1), 0.05), shape: 1 };
    expect(gpdFitRisk(infinite, 0.99)).toMatchObject({ expectedShortfall: Infinity, expectedShortfallError: Infinity });
  });

  test("behavior: Student's t with 4 degrees has a tail of about ξ = 1/4", () => {
    const { normal } = randomStream({ seed: 21 });
    const square = () => normal() ** 2;
    const changes = Float64Array.from(
      { length: 100_000 },
      () => normal() / Math.sqrt((square() + square() + square() + square()) / 4),
    );
    const fit = fitted(changes, 0.02);
    expect(Math.abs(fit.shape - 0.25)).toBeLessThan(4 * fit.shapeError);
    const exact = studentTailRisk({ nu: 4, scale: "raw" }, 0.999);
    expect(Math.abs(gpdTailRisk(fit, 0.999).expectedShortfall / exact.expectedShortfall - 1)).toBeLessThan(0.15);
  });

  test("behavior: what is no Pareto tail is seen to be none", () => {
    const { uniform } = randomStream({ seed: 4 });
    const steps = Float64Array.from({ length: 20_000 }, () => (uniform() < 0.5 ? -1 : -5) - 0.1 * uniform());
    const fit = fitGpdTail(steps, 0.6);
    if (fit.ok) expect(fit.fit.andersonDarling).toBeGreaterThan(20);
  });

  test("behavior: the points rise, lie near the line, and end with the worst loss", () => {
    const changes = paretoChanges(0.2, 5);
    const { points, threshold, exceedanceShare } = fitted(changes, 0.05);
    expect(points.length).toBeLessThanOrEqual(61);
    expect(points.at(-1)?.observed).toBe(-Math.min(...changes));
    points.forEach((point, index) => {
      expect(point.observed).toBeGreaterThan(points[index - 1]?.observed ?? threshold);
      expect(point.fitted).toBeGreaterThan(points[index - 1]?.fitted ?? threshold);
      expect(point.beyond).toBeLessThan(points[index - 1]?.beyond ?? exceedanceShare);
    });
  });

  test("behavior: at the maximum the likelihood has no slope: both of its equations hold", () => {
    const { uniform } = randomStream({ seed: 9 });
    for (const shape of [-0.2, 1e-9, 0.3]) {
      const excesses = Float64Array.from({ length: 500 }, () => gpdExcess({ shape, scale: 3 }, uniform())).sort();
      const law = gpdByLikelihood(excesses);
      if (!law.ok) throw new Error("no maximum");
      let [inScale, inShape] = [0, 0];
      for (const excess of excesses) {
        inScale += 1 / (1 + (law.shape * excess) / law.scale);
        inShape += Math.log1p((law.shape * excess) / law.scale);
      }
      expect(inScale / 500).toBeCloseTo(1 / (1 + law.shape), 10);
      expect(inShape / 500).toBeCloseTo(law.shape, 10);
      expect(Math.abs(gpdByMoments(excesses).shape - law.shape)).toBeLessThan(0.3);
    }
  });

  test("error: too few losses, or a tail that ends like a wall", () => {
    expect(fitGpdTail(new Float64Array(900), 0.05)).toEqual({ ok: false, reason: "tooFewExceedances" });
    expect(fitGpdTail(new Float64Array(9_000), 0.05)).toEqual({ ok: false, reason: "tooFewExceedances" });
    const wall = Float64Array.from({ length: 4_000 }, (_, index) => -Math.sqrt(index));
    expect(fitGpdTail(wall, 0.5)).toEqual({ ok: false, reason: "noMaximum" });
  });
});

describe("the share beyond a loss", () => {
  test.each([-0.3, -1e-9, 0, 1e-9, 0.2, 1.5])("default: ξ = %d, the way back from a share to its loss", (shape) => {
    const tail = { threshold: 1_000, exceedanceShare: 0.1, shape, scale: SCALE };
    for (const upper of [1, 0.5, 0.01, 1e-6])
      expect(gpdBeyond(tail, 1_000 + gpdExcess(tail, upper)) / (0.1 * upper)).toBeCloseTo(1, 9);
  });

  test("behavior: beyond the end of a law there is nothing; below the threshold the law says nothing", () => {
    const tail = { threshold: 1_000, exceedanceShare: 0.1, shape: -0.5, scale: SCALE };
    expect(gpdBeyond(tail, 1_500)).toBe(0);
    expect(gpdBeyond(tail, 9_000)).toBe(0);
    expect(gpdBeyond(tail, 999)).toBeNaN();
  });
});
