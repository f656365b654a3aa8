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
 * along: that of `smileDeltas`.
 */
export function legGreeks(columns: LegColumns): LegGreeks {
  const { forward, strike, timeToExpiryYears, volatility, isPut, logMoneyness, smiles } = columns;
  const values = blackBatch({ forward, strike, timeToExpiryYears, volatility, isPut });
  const { delta, vega } = values;
  const stickyDelta = new Float64Array(delta.length);
  for (const { section, from, to } of smiles)
    fillSectionSlopes(section, { logMoneyness, slope: stickyDelta, from, to });
  for (let leg = 0; leg < delta.length; leg += 1) {
    const turn = ((vega[leg] as number) * (stickyDelta[leg] as number)) / (forward[leg] as number);
    stickyDelta[leg] = (delta[leg] as number) - turn;
  }
  return { ...values, stickyDelta };
}
