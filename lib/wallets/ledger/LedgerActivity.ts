import type { LedgerRequest } from "@/lib/transaction/LedgerRequest";

/** What the session does now. "resting": the device still shows the end of the request before, and takes nothing. */
export type LedgerActivity =
  | { readonly kind: "idle" }
  | { readonly kind: "connecting" }
  | { readonly kind: "resting" }
  | { readonly kind: "reading" }
  | {
      readonly kind: "confirming";
      readonly request: LedgerRequest;
      /** Null while the device has not said. */
      readonly isBlindSigningOn: boolean | null;
    };

/** The session's activity as a store that a screen can follow. */
export class LedgerActivityStore {
  #current: LedgerActivity = { kind: "idle" };
  readonly #listeners = new Set<() => void>();

  readonly current = (): LedgerActivity => this.#current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(activity: LedgerActivity): void {
    this.#current = activity;
    for (const listener of this.#listeners) listener();
  }
}
