import { invariant } from "@/lib/errors/invariant";
import { BLOCK } from "@/lib/math/millsPairs";
import type { ImpliedVolatilityColumns, ImpliedVolatilityTask, ImpliedVolatilityValues } from "./ImpliedVolatilityTask";
import { fillImpliedVolatilityBlock } from "./impliedVolatilityBlock";

/** Prices of European options and the options, one a place, all columns of one length; `isPut` is 1 or 0; discount 1 when left out. */
export type ImpliedVolatilityBatchInput = Omit<ImpliedVolatilityColumns, "discount"> & {
  readonly discount?: Float64Array;
};

/**
 * The implied volatility of many prices, to the last bit those of {@link impliedVolatility}. A refused price has volatility NaN and its
 * reason as one of {@link IMPLIED_VOLATILITY_STATUS} in `status`, which is 0 where one was found.
 * Nothing is allocated when `values` are handed in; they must have the prices' length.
 */
export function impliedVolatilityBatch(
  input: ImpliedVolatilityBatchInput,
  values: ImpliedVolatilityValues = emptyValues(input.price.length),
): ImpliedVolatilityValues {
  const { length } = input.price;
  const task = taskOf(input, values);
  for (const column of [...Object.values(task.options), ...Object.values(task.values)])
    invariant(column.length === length, "columns of one length");
  for (let from = 0; from < length; from += BLOCK)
    fillImpliedVolatilityBlock(task, from, Math.min(BLOCK, length - from));
  return values;
}

/** The columns in the order {@link impliedVolatility} has them, because the kernel runs at speed on objects of one shape only. */
function taskOf(input: ImpliedVolatilityBatchInput, out: ImpliedVolatilityValues): ImpliedVolatilityTask {
  const { price, forward, strike, timeToExpiryYears, isPut } = input;
  const discount = input.discount ?? new Float64Array(price.length).fill(1);
  const { volatility, status } = out;
  return {
    options: { price, forward, strike, timeToExpiryYears, discount, isPut },
    values: { volatility, status },
  };
}

function emptyValues(length: number): ImpliedVolatilityValues {
  return { volatility: new Float64Array(length), status: new Uint8Array(length) };
}
