import { invariant } from "@/lib/errors/invariant";
import type { PlannedLeg } from "./plannedLegs";
import type { BookPart } from "./RiskBook";
import type { ScenarioColumns } from "./ScenarioColumns";
import { type CoinBlock, copyColumn, SCENARIO_BLOCK } from "./scenarioBlock";
import { ONE_SECOND } from "./scenarioPlan";

/** A leg whose expiry is not after the horizon. */
export type SettledLeg = {
  readonly leg: PlannedLeg;
  readonly part: BookPart;
  readonly block: CoinBlock;
  readonly columns: ScenarioColumns;
};

/** The places of a block, and what is added to. */
export type SettledPlaces = { readonly from: number; readonly count: number; readonly sum: Float64Array };

/** Prices at the expiry in hand. */
const settlement = new Float64Array(SCENARIO_BLOCK);

/**
 * Adds what a leg has become by the horizon: its payoff in the quote, or in coins that are worth the horizon's spot. An expiry within a second of
 * the horizon settles at the horizon's spot, unless a column is of it; a column for any earlier one must be there.
 */
export function addSettled({ leg, part, block, columns }: SettledLeg, { from, count, sum }: SettledPlaces): void {
  const { isPut, strike, size, timeToExpiryYears } = leg;
  const found = columns.settlements.find(
    ({ coin, timeYears }) => coin === part.coin && Math.abs(timeYears - timeToExpiryYears) <= ONE_SECOND,
  );
  const isAtHorizon = columns.elapsedYears - timeToExpiryYears <= ONE_SECOND;
  invariant(found !== undefined || isAtHorizon, "settlement prices of every expiry before the horizon");
  copyColumn(found?.spots ?? block.spots, { into: settlement, from, count });
  const { spot } = block;
  const isInCoin = part.settlesIn === "underlying";
  for (let index = 0; index < count; index += 1) {
    const price = settlement[index] as number;
    const payoff = size * Math.max(isPut ? strike - price : price - strike, 0);
    sum[index] = (sum[index] as number) + (isInCoin ? (payoff / price) * (spot[index] as number) : payoff);
  }
}
