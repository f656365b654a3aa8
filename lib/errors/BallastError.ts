/**
 * Base of every failure at a border (chain, wallet, network): one exported subclass per cause, each with a literal
 * `code`, readonly fields and, where there is one, the `cause`. lib/format/errorMessage turns the code into a sentence.
 */
export abstract class BallastError extends Error {
  abstract readonly code: string;

  override readonly name = "BallastError";
}
