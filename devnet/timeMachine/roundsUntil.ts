import { ETHER_MODEL, type FeedRound, toAnswer } from "../prices/etherHistory";
import { pricePath } from "../prices/pricePath";

/** The last round that a feed has. */
export type LastRound = { readonly price: number; readonly updatedAt: bigint };

const HOUR = 3_600n;
const PROOF_DELAY = 12n;

/**
 * Hourly rounds from the last one to the expiry, and one twelve seconds after it, which proves the settlement price.
 * The path continues the last price; the expiry is its seed, so the same jump from the same price ends at the same one.
 * Empty when the expiry lies before the last round.
 */
export function roundsUntil(last: LastRound, expiry: bigint): readonly FeedRound[] {
  if (last.updatedAt >= expiry) return [];
  const hours = (expiry - 1n - last.updatedAt) / HOUR;
  const times = Array.from({ length: Number(hours) }, (_, index) => last.updatedAt + BigInt(index + 1) * HOUR);
  const seed = Number(expiry % 2n ** 32n);
  const steps = times.length + 1;
  const prices = pricePath({ seed, start: last.price, stepSeconds: Number(HOUR), steps, model: ETHER_MODEL });
  return [...times, expiry + PROOF_DELAY].map((updatedAt, index) => ({
    answer: toAnswer(prices[index] ?? last.price),
    updatedAt,
  }));
}
