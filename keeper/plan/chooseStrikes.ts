import { type Price8, price8, price8ToNumber } from "@/lib/units/Price8";
import { divRounded } from "@/lib/units/rounding";
import type { StrategyLeg } from "@/lib/vault/Vault";
import type { CuratorPolicy } from "./KeeperState";
import { strikeStep } from "./strikeStep";

/** What the strikes are chosen from. */
export type StrikeInput = {
  readonly legs: readonly StrategyLeg[];
  readonly spot: Price8;
  /** Annualised. */
  readonly volatility: number;
  readonly timeToExpiryYears: number;
  readonly policy: CuratorPolicy;
};

/** Strikes in the order of the legs, or the reason why the bounds hold none. */
export type StrikeChoice =
  | { readonly ok: true; readonly strikes: readonly Price8[] }
  | { readonly ok: false; readonly reason: "noStrikesInBounds" };

/**
 * One strike a leg: `distance` standard deviations out of the money, rounded away from spot to the grid, then
 * pulled inside the on-chain bounds. Refused when a bound leaves no multiple of the step, or strikes do not ascend.
 */
export function chooseStrikes(input: StrikeInput): StrikeChoice {
  const strikes: Price8[] = [];
  for (const leg of input.legs) {
    const strike = boundedStrike(leg, input);
    const last = strikes.at(-1);
    if (strike === null || (last !== undefined && strike <= last)) return { ok: false, reason: "noStrikesInBounds" };
    strikes.push(strike);
  }
  return { ok: true, strikes };
}

function boundedStrike(leg: StrategyLeg, { spot, volatility, timeToExpiryYears, policy }: StrikeInput): Price8 | null {
  const step = strikeStep(spot);
  const lowest = divRounded(spot * leg.minMoneyness, 10_000n, "up");
  const highest = divRounded(spot * leg.maxMoneyness, 10_000n, "down");
  const lowestMultiple = divRounded(lowest, step, "up") * step;
  const highestMultiple = divRounded(highest, step, "down") * step;
  if (lowestMultiple > highestMultiple) return null;

  const distance = leg.side === -1 ? policy.soldDistance : policy.boughtDistance;
  const direction = leg.isPut ? -1 : 1;
  const deviation = volatility * Math.sqrt(timeToExpiryYears);
  const target = price8ToNumber(spot) * Math.exp(direction * distance * deviation);
  const cents = BigInt(Math.round(target * 100)) * 1_000_000n;
  const wanted = divRounded(cents, step, leg.isPut ? "down" : "up") * step;
  if (wanted < lowestMultiple) return price8(lowestMultiple);
  if (wanted > highestMultiple) return price8(highestMultiple);
  return price8(wanted);
}
