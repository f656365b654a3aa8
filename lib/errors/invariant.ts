import { BallastError } from "./BallastError";

/** A promise of the code that did not hold: a programmer's mistake, never a user's. */
export class InvariantError extends BallastError {
  readonly code = "invariant";
}

/** States what must hold here. Throws {@link InvariantError} when it does not. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}
