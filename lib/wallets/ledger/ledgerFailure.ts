import { BallastError } from "@/lib/errors/BallastError";
import {
  LedgerBareHashError,
  LedgerBlindSigningOffError,
  LedgerFailedError,
  LedgerLockedError,
  LedgerRejectedError,
  LedgerTimedOutError,
  LedgerTooSoonError,
  LedgerUnpluggedError,
  LedgerUnsupportedTypedDataError,
} from "@/lib/errors/ledgerErrors";
import type { ApduLine } from "./ApduLine";

/** Statuses of an app that does not know the command: another app is open, or none. */
const ANOTHER_APP = new Set(["6e00", "6d00", "6d02", "6511"]);

/** What is known when a request has failed. */
export type LedgerTrouble = {
  readonly line: ApduLine;
  readonly isTypedData: boolean;
  /** Null while the device has not said. */
  readonly isBlindSigningOn: boolean | null;
};

/**
 * The one class that names why a request failed, from what was said on the line; the kit's own errors lose the status of
 * a failure that it tried to work around. Keeps what was thrown as `cause` where nothing else is known. Null: another app answered, and has to be asked for its name.
 */
export function ledgerFailure(
  thrown: unknown,
  { line, isTypedData, isBlindSigningOn }: LedgerTrouble,
): BallastError | null {
  if (line.end === "timedOut") return new LedgerTimedOutError(line.patienceSeconds);
  if (line.end !== null) return new LedgerUnpluggedError();
  if (thrown instanceof BallastError) return thrown;
  const status = line.lastStatus();
  if (status !== null && ANOTHER_APP.has(status)) return null;
  switch (status) {
    case "6985":
    case "5501":
      return new LedgerRejectedError();
    case "5515":
      return new LedgerLockedError();
    case "6a80":
      if (isBlindSigningOn === false) return new LedgerBlindSigningOffError();
      break;
    case "6a00":
      return line.hasRefused ? new LedgerBareHashError() : new LedgerTooSoonError();
    case "6501":
      if (isTypedData) return new LedgerUnsupportedTypedDataError(null);
      break;
  }
  if (line.hasRefused) return new LedgerBareHashError();
  return new LedgerFailedError(status === "9000" ? null : status, { cause: thrown });
}
