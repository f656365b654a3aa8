/** What may not be exceeded: shares of the net value, which a debt makes smaller, each from 0 to 1. A limit that is left out limits nothing. */
export type Mandate = {
  /** Of what one vault holds; a position in another protocol counts as one. */
  readonly largestSharePerVault?: number;
  /** Of the expected shortfall at 95 % over one day. */
  readonly shortfall?: number;
  /** Of vaults that owe more at some price than they have. */
  readonly uncovered?: number;
  /** Of what takes longer than {@link SLOW_EXIT_DAYS} to get out. */
  readonly slowExit?: number;
};

/** The names of the limits, in the order in which they are shown. */
export const LIMITS = ["largestSharePerVault", "shortfall", "uncovered", "slowExit"] as const;

/** One of them. */
export type LimitName = (typeof LIMITS)[number];

/** What takes longer than so many days to leave counts as slow: an epoch of a week may just be waited for. */
export const SLOW_EXIT_DAYS = 7;

/** Does it limit anything? */
export function isEmptyMandate(mandate: Mandate): boolean {
  return LIMITS.every((limit) => mandate[limit] === undefined);
}
