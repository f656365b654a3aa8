import type { CalibratedModel, CalibrationSlice } from "./Calibration";
import { fillImpliedDeviation, type ImpliedDeviation } from "./calibrationVolatility";

const implied: ImpliedDeviation = { deviation: Number.NaN, slope: Number.NaN };

/** Residuals in volatility: model less quote times the root of the quote's weight, in the order of slices and their strikes. */
export type VolatilityResiduals = (parameters: Float64Array, out: Float64Array, jacobian: Float64Array | null) => void;

/**
 * The residuals of a model on slices, with derivatives ∂σ/∂p = (∂price/∂p)/vega. Where the model's price implies no volatility (it
 * underflows, far from every fit) the model's volatility counts as 0 and as not moving; without any price all are NaN.
 */
export function volatilityResiduals(model: CalibratedModel, slices: readonly CalibrationSlice[]): VolatilityResiduals {
  const count = model.names.length;
  const most = Math.max(...slices.map(({ strikes }) => strikes.length));
  const rows = new Float64Array(most * (1 + count));
  return (parameters, out, jacobian) => {
    const width = jacobian ? 1 + count : 1;
    let first = 0;
    for (const slice of slices) {
      if (!model.sliceRows(parameters, slice, { rows, withGradient: jacobian !== null })) {
        out.fill(Number.NaN);
        return;
      }
      const root = Math.sqrt(slice.timeToExpiryYears);
      for (let index = 0; index < slice.strikes.length; index += 1) {
        const quoted = slice.volatilities[index] as number;
        const weight = slice.weights[index] as number;
        fillImpliedDeviation(implied, {
          price: rows[index * width] as number,
          forward: slice.forward,
          strike: slice.strikes[index] as number,
          timeToExpiryYears: slice.timeToExpiryYears,
          guess: quoted * root,
        });
        out[first + index] = weight * (implied.deviation / root - quoted);
        if (!jacobian) continue;
        const scale = implied.deviation > 0 ? weight / (implied.slope * root) : 0;
        const from = index * width + 1;
        const to = (first + index) * count;
        for (let column = 0; column < count; column += 1)
          jacobian[to + column] = scale * (rows[from + column] as number);
      }
      first += slice.strikes.length;
    }
  };
}
