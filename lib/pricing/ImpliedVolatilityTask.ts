/** Prices of European options and the options as for Black's formula, one a place. All columns have the same length. */
export type ImpliedVolatilityColumns = {
  readonly price: Float64Array;
  readonly forward: Float64Array;
  readonly strike: Float64Array;
  readonly timeToExpiryYears: Float64Array;
  readonly discount: Float64Array;
  /** 1 for a put, 0 for a call. */
  readonly isPut: Uint8Array;
};

/** Annualised volatilities, NaN where `status` says why there is none: one of {@link IMPLIED_VOLATILITY_STATUS}. */
export type ImpliedVolatilityValues = { readonly volatility: Float64Array; readonly status: Uint8Array };

/** Prices and where their volatilities go. */
export type ImpliedVolatilityTask = {
  readonly options: ImpliedVolatilityColumns;
  readonly values: ImpliedVolatilityValues;
};

/** Codes of the status column; all but the first are the reasons of a refusal. */
export const IMPLIED_VOLATILITY_STATUS = { found: 0, belowIntrinsic: 1, aboveMaximum: 2, notANumber: 3 } as const;
