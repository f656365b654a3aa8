import {
  type CommonMove,
  changeOf,
  HIGHEST_SPOT_MOVE,
  LOWEST_SPOT_MOVE,
  type ReverseStress,
  type ReverseStressInput,
  smallestAlong,
} from "./reverseStress";

/** Which moves count as equally far: 10 % in price like 15 points in volatility, about what a bad week brings of each. */
const SCALE = { spotMove: 0.1, volatilityMove: 0.15 } as const;

/** Directions that are tried first, and then around the best of them. */
const DIRECTIONS = 48;
const REFINEMENTS = 4;
const OFFSETS = [-2, -1, 1, 2] as const;
/** Widest step along a ray, in units of the length: a tenth is 1 % in price. */
const STEP = 0.1;
/** Volatility moves beyond these are not tried. */
const LOWEST_VOLATILITY_MOVE = -1;
const HIGHEST_VOLATILITY_MOVE = 3;

/** How far a search is: plain data, so that it can be broken off and taken up again. */
export type NearestSearch = {
  readonly best: ReverseStress;
  readonly bestAngle: number;
  /** The direction around which is being narrowed. */
  readonly middle: number;
  /** Directions tried so far. */
  readonly looked: number;
};

/** Directions that a whole search tries. */
export const NEAREST_LOOKS = DIRECTIONS + REFINEMENTS * OFFSETS.length;

/** Nothing tried yet. */
export const NEAREST_START: NearestSearch = {
  best: { ok: false, reason: "notWithinLimits", worst: { spotMove: 0, volatilityMove: 0, change: 0 } },
  ...{ bestAngle: 0, middle: 0, looked: 0 },
};

/**
 * So many directions further towards the smallest common move of price and volatility together that loses so many dollars, by the length
 * √((Δs/0.1)² + (Δσ/0.15)²): what hurts with no rule for how volatility answers. Full revaluation along rays; a direction between two rays is found by
 * narrowing around the best.
 */
export function nearestLossFurther(
  input: Omit<ReverseStressInput, "response">,
  from: NearestSearch,
  looks: number,
): NearestSearch {
  const changeAt = changeOf(input.book, input.rule ?? "stickyStrike");
  let search = from;
  const last = Math.min(NEAREST_LOOKS, from.looked + looks);
  while (search.looked < last) {
    const { angle, middle } = nextDirection(search);
    const moveTo = (radius: number): CommonMove => {
      const spotMove = radius * Math.cos(angle) * SCALE.spotMove;
      const volatilityMove = radius * Math.sin(angle) * SCALE.volatilityMove;
      return { spotMove, volatilityMove, change: changeAt(spotMove, volatilityMove) };
    };
    const limit = farthest(angle);
    const to = search.best.ok ? Math.min(lengthOf(search.best.move), limit) : limit;
    const found = smallestAlong(moveTo, { to, step: STEP, loss: input.loss });
    const isBetter = isNearer(found, search.best);
    search = {
      best: isBetter ? found : search.best,
      bestAngle: isBetter ? angle : search.bestAngle,
      ...{ middle, looked: search.looked + 1 },
    };
  }
  return search;
}

/** First all around, then in rounds about the best direction that a round begins with, each a third as wide. */
function nextDirection({ looked, bestAngle, middle }: NearestSearch): {
  readonly angle: number;
  readonly middle: number;
} {
  const width = (2 * Math.PI) / DIRECTIONS;
  if (looked < DIRECTIONS) return { angle: looked * width, middle };
  const place = (looked - DIRECTIONS) % OFFSETS.length;
  const round = Math.floor((looked - DIRECTIONS) / OFFSETS.length);
  const about = place === 0 ? bestAngle : middle;
  return { angle: about + ((OFFSETS[place] ?? 0) * width) / 3 ** (round + 1), middle: about };
}

function isNearer(found: ReverseStress, best: ReverseStress): boolean {
  if (found.ok) return !best.ok || lengthOf(found.move) < lengthOf(best.move);
  return !best.ok && found.worst.change < best.worst.change;
}

function lengthOf({ spotMove, volatilityMove }: CommonMove): number {
  return Math.hypot(spotMove / SCALE.spotMove, volatilityMove / SCALE.volatilityMove);
}

/** How far a ray goes until it meets a limit. */
function farthest(angle: number): number {
  const [along, across] = [Math.cos(angle) * SCALE.spotMove, Math.sin(angle) * SCALE.volatilityMove];
  const inSpot = (along < 0 ? LOWEST_SPOT_MOVE : HIGHEST_SPOT_MOVE) / along;
  const inVolatility = (across < 0 ? LOWEST_VOLATILITY_MOVE : HIGHEST_VOLATILITY_MOVE) / across;
  return Math.min(Math.abs(inSpot), Math.abs(inVolatility));
}
