import type { OptionStrip, PricingModel, StripValues } from "./PricingModel";
import { priceStrip } from "./priceStrip";
import { shiftedModel } from "./shiftedModel";
import { smileAtForwards } from "./smileAtForwards";

/** Where a strip is looked at: a model, whose volatilities may be shifted, and the forwards to try. */
export type ForwardsToTry = {
  readonly model: PricingModel;
  /** In the quote, above 0; the strip's own forward is the one at which the model was fitted. */
  readonly forwards: ArrayLike<number>;
  /** As in {@link shiftedModel}, 0 when left out. */
  readonly volatilityShift?: number;
};

/**
 * The options of a strip at other forwards, row by row: option `index` at forward number `row` stands at `row · strikes + index`.
 *
 * All models but the smile scale: price(F, K) = c · price(F/c, K/c), so every forward is a set of strikes of one strip, and one pass
 * of a characteristic function serves them all. The smile is sticky in the strike: an option keeps its volatility when the forward moves.
 */
export function stripAtForwards(strip: OptionStrip, at: ForwardsToTry): StripValues {
  const { model, smileShift } = shiftedModel(at.model, at.volatilityShift ?? 0);
  if (model.name === "smile")
    return smileAtForwards(strip, { surface: model.surface, shift: smileShift, forwards: at.forwards });
  const options = strip.strikes.length;
  const rows = at.forwards.length;
  const strikes = new Float64Array(rows * options);
  const isPut: boolean[] = [];
  for (let row = 0; row < rows; row += 1) {
    const forward = at.forwards[row] ?? Number.NaN;
    const scale = forward > 0 ? strip.forward / forward : Number.NaN;
    for (let index = 0; index < options; index += 1) {
      strikes[row * options + index] = (strip.strikes[index] ?? Number.NaN) * scale;
      isPut.push(strip.isPut[index] ?? false);
    }
  }
  return rescaled(priceStrip(model, { ...strip, strikes, isPut }), strip, at.forwards);
}

/** Values per unit of the strip's forward → per unit of each row's. */
function rescaled(values: StripValues, strip: OptionStrip, forwards: ArrayLike<number>): StripValues {
  const options = strip.strikes.length;
  for (let place = 0; place < values.price.length; place += 1) {
    const scale = (forwards[Math.floor(place / options)] ?? Number.NaN) / strip.forward;
    for (const field of [values.price, values.vega, values.theta]) field[place] = (field[place] ?? Number.NaN) * scale;
    values.gamma[place] = (values.gamma[place] ?? Number.NaN) / scale;
  }
  return values;
}
