import { BallastError } from "./BallastError";

/** The run-time configuration is missing or does not say what it must. Names every fault at once. */
export class ConfigurationError extends BallastError {
  readonly code = "configuration";

  constructor(
    /** Where it was read from: a path or an environment variable. */
    readonly source: string,
    /** One sentence a fault. */
    readonly faults: readonly string[],
    options?: ErrorOptions,
  ) {
    super(`${source}: ${faults.join(" ")}`, options);
  }
}

/** The devnet's control server (time machine, faucet) did not do what was asked. */
export class DevnetControlError extends BallastError {
  readonly code = "devnetControl";

  constructor(
    /** HTTP status; null when it did not answer. 409: a jump is under way. */
    readonly status: number | null,
    /** The server's own sentence, when it gave one. */
    readonly detail: string | null,
    options?: ErrorOptions,
  ) {
    super(`The devnet's control server answered ${status ?? "nothing"}.`, options);
  }
}
