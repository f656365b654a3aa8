import type { SviGroup } from "./fitSviProblem";
import { violatedConstraints } from "./fitSviViolations";
import { plainSmile } from "./plainSmile";
import { WINGS_LENGTH, wingsVariance, writeWings } from "./sviWings";

const SHARES = 32;
/** Keeps a lifted slice's wings from being the floor's own to the last digit. */
const STEEPER = 1 + 1e-4;

/**
 * A slice free of arbitrage above `floor`, as near to `wings` as a straight line towards a safe slice allows. The safe slice is the floor
 * lifted, or a plain smile where the floor is flat: lifting lowers |w′|/w everywhere, so that g rises to at least 1 − w′²/16 in
 * the end. For what the search did not settle: it always answers.
 */
export function bendSlice(group: SviGroup, wings: Float64Array): Float64Array {
  const safe = safeSlice(group, wings);
  for (let share = 0; share < SHARES; share += 1) {
    const bent = wings.map((value, index) => value + (share / SHARES) * ((safe[index] as number) - value));
    if (violatedConstraints(group, bent).length === 0) return bent;
  }
  return safe;
}

function safeSlice(group: SviGroup, wings: Float64Array): Float64Array {
  const { floor } = group;
  const level = Math.max(wingsVariance(wings, 0, { k: 0, gradient: null }), floor[0] as number);
  const isFlat = floor[1] === 0 && floor[2] === 0;
  const safe = new Float64Array(WINGS_LENGTH);
  if (isFlat) writeWings(plainSmile(2 * level), safe, 0);
  else safe.set(floor);
  const below = wingsVariance(safe, 0, { k: 0, gradient: null });
  const lifted = (lift: number) =>
    safe.map((value, index) => (index === 0 ? value + lift : index < 3 ? value * STEEPER : value));
  let lift = Math.max(level - below, 1e-4 * below);
  while (lift < 1e6 * below && violatedConstraints(group, lifted(lift)).length > 0) lift *= 2;
  return lifted(lift);
}
