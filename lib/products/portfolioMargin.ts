import type { Bps } from "@/lib/units/Bps";
import { type Price8, price8 } from "@/lib/units/Price8";
import { divRounded, powerOfTen } from "@/lib/units/rounding";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";
import { requiredCollateral } from "./margin";
import { type ExactLeg, netPayoffDown, type SettlementUnit } from "./payoffExact";

/** The prices within which a portfolio's worst case is looked for. Twin of Solidity's `Scenario`. */
export type Scenario = {
  /** Above 0. */
  readonly spot: Price8;
  /** How far below the spot, at most 9,900. */
  readonly downBps: Bps;
  readonly upBps: Bps;
  /** Least margin of a short option, as a share of the spot. */
  readonly floorBps: Bps;
};

const WHOLE_BPS = 10_000n;
const PRICE_TIMES_SIZE = 10n ** 26n;
const SIZE = 10n ** 18n;

/**
 * What a portfolio-mode account must hold in a scenario, in units of the settlement token. The twin of `PortfolioMath.requirementUp`, to the wei.
 *
 * The largest loss over [spot·(1 − down), spot·(1 + up)] plus the floor for every short option; never more than full mode asks, where that
 * bounds the loss. One unit for every leg on top, because a settlement rounds leg by leg. Nothing for a portfolio that is short nothing.
 * Checked: contracts/test/vectors/portfolioMargin.json.
 */
export function portfolioRequirement(
  legs: readonly ExactLeg[],
  { unit, scenario }: { readonly unit: SettlementUnit; readonly scenario: Scenario },
): TokenAmount {
  const short = legs.reduce((sum, leg) => (leg.size < 0n ? sum - leg.size : sum), 0n);
  if (short === 0n) return tokenAmount(0n);
  const ranged = worstLoss(legs, { unit, scenario }) + floorMargin(short, { unit, scenario });
  const full = requiredCollateral(legs, unit);
  const least = full.ok && full.required < ranged ? full.required : ranged;
  return tokenAmount(least + BigInt(legs.length));
}

/** Lowest and highest price of a scenario, rounded outward; the lowest is at least 10^−8. */
export function scenarioRange({ spot, downBps, upBps }: Scenario): { readonly low: Price8; readonly high: Price8 } {
  const low = divRounded(spot * (WHOLE_BPS - downBps), WHOLE_BPS, "down");
  return {
    low: price8(low < 1n ? 1n : low),
    high: price8(divRounded(spot * (WHOLE_BPS + upBps), WHOLE_BPS, "up")),
  };
}

type Where = { readonly unit: SettlementUnit; readonly scenario: Scenario };

/** The payoff is linear (in the quote) or monotone (in the underlying) between strikes: both ends, and the strikes between them. */
function worstLoss(legs: readonly ExactLeg[], { unit, scenario }: Where): bigint {
  const { low, high } = scenarioRange(scenario);
  const within = legs.map((leg) => leg.strike).filter((strike) => strike > low && strike < high);
  const payoffs = [low, high, ...within].map((price) => netPayoffDown(legs, price, unit));
  const worst = [0n, ...payoffs].reduce((least, value) => (value < least ? value : least));
  return -worst;
}

function floorMargin(short: bigint, { unit, scenario }: Where): bigint {
  const [value, scale] = unit.inUnderlying ? [short, SIZE] : [short * scenario.spot, PRICE_TIMES_SIZE];
  return divRounded(value * scenario.floorBps * powerOfTen(unit.decimals), scale * WHOLE_BPS, "up");
}
