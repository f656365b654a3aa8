import { MARKET_LAW } from "./MarketLaw";
import { type MarketState, marketStep } from "./marketStep";

/** A state of the market and when it is of, unix seconds. */
export type TimedState = { readonly state: MarketState; readonly updatedAt: bigint };

/** Names the randomness of all that comes after the history. */
const SEED = 77;
const HOUR = 3_600n;
/** A round as long after an expiry proves its price. */
const PROOF_DELAY = 12n;

/** The state at a later time by one step. Its end names the step: the same beginning and end give the same state. */
export function stateAfter({ state, updatedAt }: TimedState, time: bigint): TimedState {
  if (time <= updatedAt) return { state, updatedAt: time };
  const stream = Number(time % 2n ** 32n);
  const seconds = Number(time - updatedAt);
  return { state: marketStep(state, { law: MARKET_LAW, seconds, seed: SEED, stream }), updatedAt: time };
}

/**
 * Hourly states from the last one to the expiry, and one twelve seconds after it, which proves the settlement price.
 * Empty when the expiry lies before the last state.
 */
export function statesUntil(last: TimedState, expiry: bigint): readonly TimedState[] {
  const states: TimedState[] = [];
  let present = last;
  for (let time = last.updatedAt + HOUR; time < expiry; time += HOUR) {
    present = stateAfter(present, time);
    states.push(present);
  }
  return last.updatedAt < expiry ? [...states, stateAfter(present, expiry + PROOF_DELAY)] : [];
}
