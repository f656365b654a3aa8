import { valueBeforeExpiry } from "@/lib/products/value";
import type { Position } from "./Position";

/** Moves to try on every position at once. */
export type ScenarioInput = {
  /** Relative moves of every underlying: −0.2 is a fall of 20 %. */
  readonly spotMoves: readonly number[];
  /** Moves of every volatility in its own unit: 0.1 is +10 points. */
  readonly volatilityMoves: readonly number[];
  /** Time that passes with the move, in years. */
  readonly elapsedYears?: number;
};

/** No scenario takes a volatility below this: a lower one is no market, and 0 would be a certainty. */
const LOWEST_VOLATILITY = 0.01;

/**
 * Change of the value of all positions in dollars, by full revaluation of every leg: never from Greeks.
 * One row a volatility move, one column a spot move, in the order given.
 */
export function scenarioGrid(positions: readonly Position[], input: ScenarioInput): number[][] {
  const now = positions.reduce(
    (sum, { product, units, market }) => sum + units * valueBeforeExpiry(product, market, "usd"),
    0,
  );
  return input.volatilityMoves.map((volatilityMove) =>
    input.spotMoves.map((spotMove) => {
      const move = { spotMove, volatilityMove, elapsedYears: input.elapsedYears ?? 0 };
      return positions.reduce((sum, position) => sum + movedValue(position, move), 0) - now;
    }),
  );
}

type Move = { readonly spotMove: number; readonly volatilityMove: number; readonly elapsedYears: number };

function movedValue({ product, units, market }: Position, move: Move): number {
  const moved = {
    spot: market.spot * (1 + move.spotMove),
    timeToExpiryYears: Math.max(0, market.timeToExpiryYears - move.elapsedYears),
    volatilities: market.volatilities.map((volatility) =>
      move.volatilityMove === 0 ? volatility : Math.max(LOWEST_VOLATILITY, volatility + move.volatilityMove),
    ),
  };
  return units * valueBeforeExpiry(product, moved, "usd");
}
