import { CancelledError } from "@tanstack/react-query";

/** Why a computation failed, as its own words; one that somebody stopped did not fail. */
export function stoppedFailure(error: Error | null): string | undefined {
  return error === null || error instanceof CancelledError ? undefined : error.message;
}
