import { turningPoint } from "@/lib/math/turningPoint";
import { bookValue, NO_MOVE } from "../bookValues";
import type { SmileRule } from "../MarketMove";
import type { RiskBook } from "../RiskBook";

/** How volatility answers a common price move, per unit of it: with `fall` 1.6 a fall of 10 % adds 16 points. */
export type VolatilityResponse = { readonly fall: number; readonly rise: number };

/**
 * The named shocks' own proportion: 1.3 to 1.9 points for each per cent of ETH's fall, 0.6 for each of its rise.
 */
export const USUAL_RESPONSE: VolatilityResponse = { fall: 1.6, rise: 0.6 };

/** What is asked: the smallest move that loses so much. */
export type ReverseStressInput = {
  readonly book: RiskBook;
  /** Dollars, above 0. */
  readonly loss: number;
  readonly response?: VolatilityResponse;
  readonly rule?: SmileRule;
};

/** A common move and what it does, in dollars: a loss is below 0. */
export type CommonMove = { readonly spotMove: number; readonly volatilityMove: number; readonly change: number };

/** The smallest move that loses what is asked, or that none within the limits does, and the worst that was seen. */
export type ReverseStress =
  | { readonly ok: true; readonly move: CommonMove }
  | { readonly ok: false; readonly reason: "notWithinLimits"; readonly worst: CommonMove };

/** No move farther than these is tried. */
export const LOWEST_SPOT_MOVE = -0.95;
export const HIGHEST_SPOT_MOVE = 3;
/** Widest step of the search, in the price's logarithm: a loss that comes and goes within 1 % of price may be passed over. */
const STEP = 0.01;

/** The smallest common fall, and the smallest common rise, of all coins that loses so many dollars; every option revalued at each step. */
export function reverseStress(input: ReverseStressInput): { readonly down: ReverseStress; readonly up: ReverseStress } {
  const { book, response = USUAL_RESPONSE } = input;
  const changeAt = changeOf(book, input.rule ?? "stickyStrike");
  const moveTo = (logarithm: number): CommonMove => {
    const spotMove = Math.expm1(logarithm);
    const volatilityMove = spotMove < 0 ? -spotMove * response.fall : spotMove * response.rise;
    return { spotMove, volatilityMove, change: changeAt(spotMove, volatilityMove) };
  };
  return {
    down: smallestAlong(moveTo, { to: Math.log1p(LOWEST_SPOT_MOVE), step: STEP, loss: input.loss }),
    up: smallestAlong(moveTo, { to: Math.log1p(HIGHEST_SPOT_MOVE), step: STEP, loss: input.loss }),
  };
}

/** Change of the whole book under a common move of price and volatility. */
export function changeOf(book: RiskBook, rule: SmileRule): (spotMove: number, volatilityMove: number) => number {
  const now = bookValue(book, NO_MOVE, rule);
  return (spotMove, volatilityMove) => {
    const move = {
      spotMoves: book.coins.map(() => spotMove),
      volatilityMoves: book.coins.map(() => volatilityMove),
    };
    return bookValue(book, move, rule) - now;
  };
}

/** Outwards in even steps until the loss is reached, then to its place between the last two. */
export function smallestAlong(
  moveTo: (x: number) => CommonMove,
  { to, step: width, loss }: { readonly to: number; readonly step: number; readonly loss: number },
): ReverseStress {
  const steps = Math.ceil(Math.abs(to) / width);
  const isReached = (x: number) => moveTo(x).change <= -loss;
  let worst = moveTo(0);
  for (let step = 1; step <= steps; step += 1) {
    const x = (to * step) / steps;
    const move = moveTo(x);
    if (move.change < worst.change) worst = move;
    if (move.change <= -loss) {
      return { ok: true, move: moveTo(turningPoint(isReached, { from: (to * (step - 1)) / steps, to: x })) };
    }
  }
  return { ok: false, reason: "notWithinLimits", worst };
}
