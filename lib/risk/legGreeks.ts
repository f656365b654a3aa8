import { blackBatch } from "@/lib/pricing/blackBatch";
import type { BlackValues } from "@/lib/pricing/blackBlock";
import { fillSectionSlopes } from "@/lib/pricing/smileSection";
import type { LegColumns } from "./legColumns";

/** Price and Greeks of every leg on one whole coin, raw, at its own volatility. */
export type LegGreeks = BlackValues & {
  /** Delta where the smile moves along with the price, Δ − vega·(∂σ/∂k)/F; `delta` itself where there is no surface. */
  readonly stickyDelta: Float64Array;
};

/**
 * Price, delta, gamma, vega and theta of all legs in one batch, to the last bit those of Black's formula, and the delta of a smile that moves
 * along: that of `smileDeltas`. Nothing is allocated when `values` are handed in; they must have the legs' length.
 */
export function legGreeks(columns: LegColumns, values: LegGreeks = emptyGreeks(columns.size.length)): LegGreeks {
  const { forward, strike, timeToExpiryYears, volatility, isPut, logMoneyness, smiles } = columns;
  const { stickyDelta, ...options } = values;
  const { delta, vega } = blackBatch({ forward, strike, timeToExpiryYears, volatility, isPut }, options);
  stickyDelta.fill(0);
  for (const { section, from, to } of smiles)
    fillSectionSlopes(section, { logMoneyness, slope: stickyDelta, from, to });
  for (let leg = 0; leg < delta.length; leg += 1) {
    const turn = ((vega[leg] as number) * (stickyDelta[leg] as number)) / (forward[leg] as number);
    stickyDelta[leg] = (delta[leg] as number) - turn;
  }
  return values;
}

/** Columns without values. */
export function emptyGreeks(count: number): LegGreeks {
  const column = () => new Float64Array(count);
  const [price, delta, gamma] = [column(), column(), column()];
  return { price, delta, gamma, vega: column(), theta: column(), stickyDelta: column() };
}
