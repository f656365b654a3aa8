/** Raw SVI (Gatheral 2004): w(k) = a + b(ρ(k − m) + √((k − m)² + σ²)), total variance over k = ln(K/F). */
export type RawSvi = {
  readonly a: number;
  readonly b: number;
  readonly rho: number;
  readonly m: number;
  readonly sigma: number;
};

/** How well a fitted slice meets its quotes. Volatilities in units of 1: 0.01 is one point. */
export type SliceFit = {
  readonly quotes: number;
  /** Root of the mean square of fitted less quoted volatility. */
  readonly rmsVolatility: number;
  /** The largest of them in size. */
  readonly worstVolatility: number;
};

/** The smile of one expiry. */
export type SurfaceSlice = {
  /** Years of 365 days from the surface's time to the expiry. */
  readonly timeToExpiryYears: number;
  /** Forward of that expiry, in the quote. */
  readonly forward: number;
  readonly svi: RawSvi;
  readonly fit: SliceFit;
};

/** A surface free of butterfly and calendar arbitrage, as plain data. Slices ascend in time; at least one. */
export type VolatilitySurface = { readonly slices: readonly SurfaceSlice[] };
