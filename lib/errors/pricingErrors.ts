import { BallastError } from "./BallastError";

/**
 * The pricing worker gave no answer. `superseded`: a newer question took its place, so the same one may be asked again. `closed`: the page's
 * client is. `failed`: its function threw, or its code could not be loaded; the cause is in `detail`.
 */
export class PricingFailedError extends BallastError {
  readonly code = "pricingFailed";

  constructor(
    readonly reason: "superseded" | "closed" | "failed",
    /** What the browser said; null when nobody said anything. */
    readonly detail: string | null,
    options?: ErrorOptions,
  ) {
    super(`The pricing worker did not answer (${detail ?? reason}).`, options);
  }
}
