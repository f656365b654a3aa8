import { invariant } from "@/lib/errors/invariant";
import { fillLogs } from "@/lib/math/fillLogs";
import { fillNormalTails, TAIL_STEPS } from "@/lib/math/fillNormalTails";
import { BLOCK } from "@/lib/math/millsPairs";
import type { BlackColumns } from "./blackBlock";

/** European options, one a place, undiscounted: columns of one length, in the units of Black's formula. */
export type PriceOptions = Omit<BlackColumns, "discount">;

type PriceTask = PriceOptions & { readonly price: Float64Array };

const logs = new Float64Array(BLOCK);
const rests = new Float64Array(BLOCK);
const near = new Float64Array(BLOCK);
const far = new Float64Array(BLOCK);
const ENDLESS = Number.POSITIVE_INFINITY;

/**
 * Black's undiscounted prices alone, for many options, in less than half the time of price and Greeks: those of {@link black} to
 * 1e-15·max(F, K). Nothing is allocated when `price` is handed in; it must have the options' length. Domain and limits as `black`.
 *
 * From two normal tails instead of Mills' ratios, so that far out of the money the error is small beside the forward, not beside the price.
 */
export function blackPrices(
  options: PriceOptions,
  price: Float64Array = new Float64Array(options.forward.length),
): Float64Array {
  const { length } = options.forward;
  for (const column of [...Object.values(options), price]) invariant(column.length === length, "columns of one length");
  const { forward, strike, timeToExpiryYears, volatility, isPut } = options;
  const task = { forward, strike, timeToExpiryYears, volatility, isPut, price };
  for (let from = 0; from < length; from += BLOCK) {
    const places = Math.min(BLOCK, length - from);
    fillLogRatios(task, from, places);
    fillSides(task, from, places);
    fillNormalTails(near, places);
    fillNormalTails(far, places);
    fillPrices(task, from, places);
  }
  return price;
}

function fillLogRatios({ forward, strike }: PriceTask, from: number, places: number): void {
  for (let index = 0; index < places; index += 1) {
    const price = forward[from + index] as number;
    logs[index] = price > 0 ? price / (strike[from + index] as number) : Number.NaN;
    rests[index] = 0;
  }
  fillLogs(logs, rests, places);
}

/** −d₁ and −d₂ of a call, d₁ and d₂ of a put, in the steps of the tails; NaN where nothing is left to happen. */
function fillSides({ timeToExpiryYears, volatility, isPut }: PriceTask, from: number, places: number): void {
  for (let index = 0; index < places; index += 1) {
    const s = (volatility[from + index] as number) * Math.sqrt(timeToExpiryYears[from + index] as number);
    const sign = TAIL_STEPS * (2 * (isPut[from + index] as number) - 1);
    const centre = (logs[index] as number) / (s > 0 ? s : Number.NaN);
    const half = sign * (Math.abs(centre) < ENDLESS && s < ENDLESS ? 0.5 * s : Number.NaN);
    near[index] = sign * centre + half;
    far[index] = sign * centre - half;
  }
}

function fillPrices(options: PriceTask, from: number, places: number): void {
  const { forward: forwards, strike: strikes, isPut: puts, price } = options;
  for (let index = 0; index < places; index += 1) {
    const forward = forwards[from + index] as number;
    const strike = strikes[from + index] as number;
    const whole = forward * (near[index] as number) - strike * (far[index] as number);
    const value = Math.max((1 - 2 * (puts[from + index] as number)) * whole, 0);
    price[from + index] = value < ENDLESS ? value : limit(options, from + index);
  }
}

/** Where nothing is left to happen: the payoff; outside of the domain NaN. */
function limit(options: PriceTask, place: number): number {
  const forward = options.forward[place] as number;
  const strike = options.strike[place] as number;
  const time = options.timeToExpiryYears[place] as number;
  const volatility = options.volatility[place] as number;
  const isInside = forward >= 0 && strike >= 0 && time >= 0 && volatility >= 0;
  if (!isInside || !(forward + strike + time + volatility < ENDLESS)) return Number.NaN;
  return Math.max(options.isPut[place] === 1 ? strike - forward : forward - strike, 0);
}
