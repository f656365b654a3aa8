import { BallastError } from "@/lib/errors/BallastError";

/** The keeper cannot work as it is configured, or met a chain that is not what it expects; the message says what to change. */
export class KeeperError extends BallastError {
  readonly code = "keeper";
}
