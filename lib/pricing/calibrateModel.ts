import type { LeastSquaresSolution } from "@/lib/math/LeastSquaresProblem";
import { levenbergMarquardt } from "@/lib/math/levenbergMarquardt";
import type { CalibratedModel, Calibration, CalibrationSlice, VolatilityQuote } from "./Calibration";
import { type VolatilityResiduals, volatilityResiduals } from "./calibrationResiduals";
import { calibrationSlices } from "./calibrationSlices";

/** How many of the starts are followed, how far, and how far the best of them: they choose a path to the minimum. */
const FOLLOWED = 3;
const FIRST_STEPS = 10;
const FIRST_TOLERANCE = 1e-3;
const MOST_STEPS = 1000;
const TOLERANCE = 1e-9;
/** Quotes met to so much of volatility are met: quotes of few expiries may be met along a whole valley of parameters. */
const MET = 1e-6;

/**
 * Fits a model to implied volatilities: the parameters within the model's bounds that minimise Σ weight·(σ_model − σ_quote)².
 *
 * Deterministic: of the model's own starts the best few are followed some steps, and the best of these to the end.
 * Units: volatilities of 1 (0.8 is 80 %).   Failures are told apart by {@link Calibration}'s reason.
 */
export function calibrateModel(model: CalibratedModel, quotes: readonly VolatilityQuote[]): Calibration<Float64Array> {
  const slices = calibrationSlices(quotes);
  if (!slices) return { ok: false, reason: "notANumber" };
  if (quotes.filter(({ weight = 1 }) => weight > 0).length < model.names.length)
    return { ok: false, reason: "tooFewQuotes" };
  const residuals = volatilityResiduals(model, slices);
  const search = { model, residuals, residualCount: quotes.length };
  const begun = bestStarts(search, slices).map((start) =>
    minimise(search, { start, maxIterations: FIRST_STEPS, tolerance: FIRST_TOLERANCE }),
  );
  const best = begun.filter(({ cost }) => Number.isFinite(cost)).sort((a, b) => a.cost - b.cost)[0];
  if (!best) return { ok: false, reason: "notConverged" };
  const found = minimise(search, { start: best.parameters, maxIterations: MOST_STEPS, tolerance: TOLERANCE });
  const isMet = 2 * found.cost <= MET * MET * quotes.length;
  if (!found.isConverged && !isMet) return { ok: false, reason: "notConverged" };
  const iterations = begun.reduce((sum, each) => sum + each.iterations, found.iterations);
  return { ok: true, parameters: found.parameters, iterations, ...fitOf(search, slices, found) };
}

type Search = {
  readonly model: CalibratedModel;
  readonly residuals: VolatilityResiduals;
  readonly residualCount: number;
};

/** The starts with the least errors, ascending. */
function bestStarts({ model, residuals, residualCount }: Search, slices: readonly CalibrationSlice[]) {
  const errors = new Float64Array(residualCount);
  const ranked = model.starts(slices).map((start) => {
    const parameters = Float64Array.from(start, (value, index) =>
      Math.min(Math.max(value, model.lower[index] as number), model.upper[index] as number),
    );
    residuals(parameters, errors, null);
    return { parameters, cost: errors.reduce((sum, error) => sum + error * error, 0) };
  });
  return ranked
    .filter(({ cost }) => Number.isFinite(cost))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, FOLLOWED)
    .map(({ parameters }) => parameters);
}

function minimise(
  { model, residuals, residualCount }: Search,
  limits: { readonly start: Float64Array; readonly maxIterations: number; readonly tolerance: number },
): LeastSquaresSolution {
  return levenbergMarquardt({ residuals, residualCount, lower: model.lower, upper: model.upper, ...limits });
}

function fitOf(
  { model, residuals, residualCount }: Search,
  slices: readonly CalibrationSlice[],
  found: LeastSquaresSolution,
) {
  const errors = new Float64Array(residualCount);
  residuals(found.parameters, errors, null);
  const weights = slices.flatMap((slice) => [...slice.weights]);
  let squares = 0;
  let counted = 0;
  let worstVolatility = 0;
  errors.forEach((error, index) => {
    const weight = weights[index] as number;
    if (weight === 0) return;
    const plain = error / weight;
    squares += plain * plain;
    counted += 1;
    worstVolatility = Math.max(worstVolatility, Math.abs(plain));
  });
  return {
    rmsVolatility: Math.sqrt(squares / counted),
    worstVolatility,
    sse: 1e4 * squares,
    activeBounds: found.activeBounds.map((index) => model.names[index] as string),
  };
}
