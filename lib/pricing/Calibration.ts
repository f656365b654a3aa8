/** One option's implied volatility. Whether it was a call or a put does not matter. */
export type VolatilityQuote = {
  /** Of its expiry, above 0. */
  readonly forward: number;
  readonly strike: number;
  /** Years of 365 days, above 0. */
  readonly timeToExpiryYears: number;
  /** Black's, annualised, above 0. */
  readonly volatility: number;
  /** Factor of its squared error in what is minimised; 1 when left out, at least 0. */
  readonly weight?: number;
  /** Has no bearing on a volatility; here so that a quote with its discount factor is accepted as it is. */
  readonly discount?: number;
};

/** The quotes of one expiry, as columns. */
export type CalibrationSlice = {
  readonly forward: number;
  readonly timeToExpiryYears: number;
  readonly strikes: Float64Array;
  readonly volatilities: Float64Array;
  /** Roots of the weights. */
  readonly weights: Float64Array;
};

/** A model as the calibration sees it: parameters by number. All arrays have one entry a parameter. */
export type CalibratedModel = {
  readonly names: readonly string[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Where to begin, made from the slices (ascending in time). At least one; moved into the bounds. */
  readonly starts: (slices: readonly CalibrationSlice[]) => readonly (readonly number[])[];
  /**
   * Writes for each strike the undiscounted price of whichever of call and put is out of the money (a call where strike ≥ forward)
   * and, `withGradient`, its derivatives in the parameters behind it: rows of 1 or 1 + parameters numbers. Prices to about 1e-9 of the
   * forward suffice. False, or NaN in a row: no value at these parameters.
   */
  readonly sliceRows: (parameters: Float64Array, slice: CalibrationSlice, request: SliceRequest) => boolean;
};

export type SliceRequest = { readonly rows: Float64Array; readonly withGradient: boolean };

/** Errors are model less quote, in units of 1 (0.01 is one volatility point), each quote counted once whatever its weight. */
export type CalibrationFit = {
  readonly rmsVolatility: number;
  readonly worstVolatility: number;
  /** Sum of squares in squared volatility points. */
  readonly sse: number;
  /** Parameters that lie on a bound of the search. */
  readonly activeBounds: readonly string[];
  readonly iterations: number;
};

/** Fewer quotes than parameters; a quote that is no quote; no minimum found. */
export type CalibrationReason = "tooFewQuotes" | "notANumber" | "notConverged";

export type Calibration<Parameters> =
  | ({ readonly ok: true; readonly parameters: Parameters } & CalibrationFit)
  | { readonly ok: false; readonly reason: CalibrationReason };
