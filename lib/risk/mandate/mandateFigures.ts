import { bookValues } from "../bookValues";
import type { RiskBook } from "../RiskBook";
import { isUncovered } from "./isUncovered";
import { SLOW_EXIT_DAYS } from "./Mandate";

/** How long what is in a vault takes to leave, and the dollars in it that can leave at once: what waits or is claimable. */
export type Exit = { readonly days: number; readonly freeUsd: number };

/**
 * What a mandate's limits are held against: shares of the net value, which is what is held less what is owed. So a debt makes every share larger, also beyond 1:
 * with half of it borrowed, a position that is all there is has a share of 2, as its failure takes twice what is one's own. Where more is owed than held
 * every share of anything is ∞. Null is not known (yet), and neither keeps nor breaks a limit.
 */
export type MandateFigures = {
  readonly largestSharePerVault: number | null;
  /** Which vault that is; null where nothing is held. */
  readonly largestVault: string | null;
  readonly shortfall: number | null;
  readonly uncovered: number | null;
  readonly slowExit: number | null;
};

/** Where options have no price, no share is known. */
export const UNKNOWN_FIGURES: MandateFigures = {
  largestSharePerVault: null,
  largestVault: null,
  shortfall: null,
  uncovered: null,
  slowExit: null,
};

/** A book and what it alone does not say. */
export type MandateFiguresInput = {
  readonly book: RiskBook;
  /** By the parts' ids. One that is not there leaves at once. */
  readonly exits: ReadonlyMap<string, Exit>;
  /** One day, 95 %, in dollars; null while it is not computed. */
  readonly shortfallUsd: number | null;
};

/** The figures of a book. All are 0 where nothing is held; not known where an option has no price. */
export function mandateFigures({ book, exits, shortfallUsd }: MandateFiguresInput): MandateFigures {
  const values = bookValues(book);
  const net = values.reduce((sum, value) => sum + value, 0);
  if (book.parts.length === 0) return { ...NOTHING, shortfall: 0 };
  const share = (usd: number) => shareOf(usd, net);
  const largest = largestVault(book, values);
  const slow = book.parts.map(({ id }, part) => slowUsd(values[part] ?? 0, exits.get(id)));
  const uncovered = book.parts.map((part, index) => (isUncovered(part) ? (values[index] ?? 0) : 0));
  return {
    largestSharePerVault: largest === null ? 0 : share(values[largest] ?? Number.NaN),
    largestVault: largest === null ? null : (book.parts[largest]?.name ?? null),
    shortfall: shortfallUsd === null ? null : share(Math.max(0, shortfallUsd)),
    uncovered: share(uncovered.reduce((sum, value) => sum + value, 0)),
    slowExit: share(slow.reduce((sum, value) => sum + value, 0)),
  };
}

/** The place of the part with most in it; what an address holds itself is in no vault. Null where nothing else is held. */
function largestVault({ parts }: RiskBook, values: readonly number[]): number | null {
  return values.reduce<number | null>((best, value, part) => {
    if (parts[part]?.isOwn) return best;
    return best === null || value > (values[best] ?? 0) ? part : best;
  }, null);
}

/** A debt itself is no share of anything. */
function shareOf(usd: number, net: number): number | null {
  if (!Number.isFinite(usd) || !Number.isFinite(net)) return null;
  const held = Math.max(0, usd);
  if (net > 0) return held / net;
  return held > 0 ? Number.POSITIVE_INFINITY : 0;
}

const NOTHING: Omit<MandateFigures, "shortfall"> = {
  largestSharePerVault: 0,
  largestVault: null,
  uncovered: 0,
  slowExit: 0,
};

function slowUsd(usd: number, exit: Exit | undefined): number {
  if (exit === undefined || exit.days <= SLOW_EXIT_DAYS) return 0;
  return Math.max(0, usd - exit.freeUsd);
}
