import { BallastError } from "@/lib/errors/BallastError";

/** The local chain or one of its helpers did not do what was asked; the message says what and what to do. */
export class DevnetError extends BallastError {
  readonly code = "devnet";
}
