/** The time that a session goes by; handed in, so that tests need not wait. */
export type LedgerClock = {
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
  /** Calls back after so many milliseconds, unless the returned function is called before. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
};

/** The browser's clock. */
export const browserClock: LedgerClock = {
  now: () => performance.now(),
  after: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Resolves after so many milliseconds of the clock. */
export function wait(clock: LedgerClock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(milliseconds, resolve);
  });
}
