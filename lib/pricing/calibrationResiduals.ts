import type { CalibratedModel, CalibrationSlice } from "./Calibration";
import { impliedVolatility } from "./impliedVolatility";
import { logRatio } from "./normalisedBlack";

const INVERSE_SQRT_2PI = 0.3989422804014327;

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
      for (let index = 0; index < slice.strikes.length; index += 1) {
        const weight = slice.weights[index] as number;
        const volatility = modelVolatility(slice, index, rows[index * width] as number);
        out[first + index] = weight * (volatility - (slice.volatilities[index] as number));
        if (!jacobian) continue;
        const scale = weight / vega(slice, index, volatility);
        const from = index * width + 1;
        const to = (first + index) * count;
        for (let column = 0; column < count; column += 1)
          jacobian[to + column] = volatility > 0 ? scale * (rows[from + column] as number) : 0;
      }
      first += slice.strikes.length;
    }
  };
}

function modelVolatility({ forward, timeToExpiryYears, strikes }: CalibrationSlice, index: number, price: number) {
  const strike = strikes[index] as number;
  const implied = impliedVolatility({ price, forward, strike, timeToExpiryYears, isPut: strike < forward });
  if (implied.ok) return implied.volatility;
  return implied.reason === "belowIntrinsic" ? 0 : Number.NaN;
}

/** Black's vega, undiscounted. */
function vega({ forward, timeToExpiryYears, strikes }: CalibrationSlice, index: number, volatility: number): number {
  const root = Math.sqrt(timeToExpiryYears);
  const d1 = logRatio(forward, strikes[index] as number) / (volatility * root) + 0.5 * volatility * root;
  return forward * root * INVERSE_SQRT_2PI * Math.exp(-0.5 * d1 * d1);
}
