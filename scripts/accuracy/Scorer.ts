import { exactDifference } from "./exactDifference";

/** One row of a set, as the file has it. */
export type Row = Readonly<Record<string, unknown>>;

/** One value of a row against its truth: the error in units of what is required. Above 1, or NaN, is a miss. */
export type Measured = {
  readonly what: string;
  readonly error: number;
  /** Why there is no error to speak of. */
  readonly note?: string;
};

/** Everything that a row of one set is scored on; never empty, so that no row passes unlooked at. */
export type Scorer = (row: Row) => readonly Measured[];

/** What could not be scored, which is a miss. */
export function missed(what: string, note: string): Measured {
  return { what, error: Number.POSITIVE_INFINITY, note };
}

/** `actual` against a truth of any number of digits; `required` is the largest error that is none. */
export function measured(
  what: string,
  actual: number,
  against: { readonly truth: string; readonly required: number },
): Measured {
  const difference = exactDifference(actual, against.truth);
  if (Number.isNaN(actual)) return missed(what, "no number came out");
  if (Number.isNaN(difference)) return missed(what, `the truth "${against.truth}" is no number`);
  if (!(against.required > 0)) return missed(what, "no error is required");
  return { what, error: Math.abs(difference) / against.required };
}
