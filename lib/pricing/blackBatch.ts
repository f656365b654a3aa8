import { invariant } from "@/lib/errors/invariant";
import { BLOCK } from "@/lib/math/millsPairs";
import { type BlackColumns, type BlackTask, type BlackValues, fillBlackBlock } from "./blackBlock";

/** European options, one a place, all columns of one length. Units as for Black's formula; `isPut` is 1 or 0; discount 1 when left out. */
export type BlackBatchInput = Omit<BlackColumns, "discount"> & { readonly discount?: Float64Array };

/**
 * Black's formula for many options: price, delta, gamma, vega and theta, to the last bit those of {@link black}.
 * Nothing is allocated when `values` are handed in; they must have the options' length. Outside of the domain NaN.
 */
export function blackBatch(
  input: BlackBatchInput,
  values: BlackValues = blackValues(input.forward.length),
): BlackValues {
  const { length } = input.forward;
  const task = taskOf(input, values);
  for (const column of [...Object.values(task.options), ...Object.values(task.values)])
    invariant(column.length === length, "columns of one length");
  for (let from = 0; from < length; from += BLOCK) fillBlackBlock(task, from, Math.min(BLOCK, length - from));
  return values;
}

/** The columns in the order {@link black} has them, because the kernel runs at speed on objects of one shape only. */
function taskOf(input: BlackBatchInput, out: BlackValues): BlackTask {
  const { forward, strike, timeToExpiryYears, volatility, isPut } = input;
  const discount = input.discount ?? undiscounted(forward.length);
  const { price, delta, gamma, vega, theta } = out;
  return {
    options: { forward, strike, timeToExpiryYears, volatility, discount, isPut },
    values: { price, delta, gamma, vega, theta },
  };
}

let ones = new Float64Array();

/** A column of ones, kept for the next batch. */
function undiscounted(length: number): Float64Array {
  if (ones.length < length) ones = new Float64Array(length).fill(1);
  return ones.length === length ? ones : ones.subarray(0, length);
}

function blackValues(length: number): BlackValues {
  const column = () => new Float64Array(length);
  return { price: column(), delta: column(), gamma: column(), vega: column(), theta: column() };
}
