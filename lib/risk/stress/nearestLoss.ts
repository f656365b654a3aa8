import {
  type CommonMove,
  changeOf,
  HIGHEST_SPOT_MOVE,
  LOWEST_SPOT_MOVE,
  type ReverseStress,
  type ReverseStressInput,
  smallestAlong,
} from "./reverseStress";

/** Which moves of price and of volatility count as equally far. */
export type MoveScale = { readonly spotMove: number; readonly volatilityMove: number };

/** A move of 10 % in price counts like one of 15 points in volatility: about what a bad week brings of each. */
const USUAL_SCALE: MoveScale = { spotMove: 0.1, volatilityMove: 0.15 };

/** Directions that are tried first, and then around the best of them. */
const DIRECTIONS = 48;
const REFINEMENTS = 4;
/** Widest step along a ray, in units of the length: a tenth is 1 % in price. */
const STEP = 0.1;
/** Volatility moves beyond these are not tried. */
const LOWEST_VOLATILITY_MOVE = -1;
const HIGHEST_VOLATILITY_MOVE = 3;

/**
 * The smallest common move of price and volatility together that loses so many dollars, by the length √((Δs/scale)² + (Δσ/scale)²): what hurts with
 * no rule for how volatility answers. Full revaluation along rays; a direction between two rays is found by narrowing around the best.
 */
export function nearestLoss(
  input: Omit<ReverseStressInput, "response">,
  scale: MoveScale = USUAL_SCALE,
): ReverseStress {
  const changeAt = changeOf(input.book, input.rule ?? "stickyStrike");
  let best: ReverseStress = {
    ok: false,
    reason: "notWithinLimits",
    worst: { spotMove: 0, volatilityMove: 0, change: 0 },
  };
  let bestAngle = 0;
  const look = (angle: number) => {
    const moveTo = (radius: number): CommonMove => {
      const spotMove = radius * Math.cos(angle) * scale.spotMove;
      const volatilityMove = radius * Math.sin(angle) * scale.volatilityMove;
      return { spotMove, volatilityMove, change: changeAt(spotMove, volatilityMove) };
    };
    const to = best.ok ? lengthOf(best.move, scale) : farthest(angle, scale);
    const found = smallestAlong(moveTo, {
      to: Math.min(to, farthest(angle, scale)),
      step: STEP,
      loss: input.loss,
    });
    if (!isNearer(found, best, scale)) return;
    best = found;
    bestAngle = angle;
  };
  let width = (2 * Math.PI) / DIRECTIONS;
  for (let index = 0; index < DIRECTIONS; index += 1) look(index * width);
  for (let round = 0; round < REFINEMENTS; round += 1) {
    width /= 3;
    const middle = bestAngle;
    for (const offset of [-2, -1, 1, 2]) look(middle + offset * width);
  }
  return best;
}

function isNearer(found: ReverseStress, best: ReverseStress, scale: MoveScale): boolean {
  if (found.ok) return !best.ok || lengthOf(found.move, scale) < lengthOf(best.move, scale);
  return !best.ok && found.worst.change < best.worst.change;
}

function lengthOf({ spotMove, volatilityMove }: CommonMove, scale: MoveScale): number {
  return Math.hypot(spotMove / scale.spotMove, volatilityMove / scale.volatilityMove);
}

/** How far a ray goes until it meets a limit. */
function farthest(angle: number, scale: MoveScale): number {
  const [along, across] = [Math.cos(angle) * scale.spotMove, Math.sin(angle) * scale.volatilityMove];
  const inSpot = (along < 0 ? LOWEST_SPOT_MOVE : HIGHEST_SPOT_MOVE) / along;
  const inVolatility = (across < 0 ? LOWEST_VOLATILITY_MOVE : HIGHEST_VOLATILITY_MOVE) / across;
  return Math.min(Math.abs(inSpot), Math.abs(inVolatility));
}
