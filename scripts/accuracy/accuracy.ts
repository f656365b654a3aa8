import { readAccuracySet } from "./accuracySet";
import { SET_NAMES, type SetScore, scoreSet } from "./scoreSet";

/** Misses told one by one before the rest is only counted. */
const MISSES_SHOWN = 5;
const WITHIN = 0;
const MISSED = 1;
const UNREADABLE = 2;

/**
 * Scores files of reference values and prints a line a set. Returns the exit code: 0 when every value is within what is required or its set
 * comes later, 1 when one is not or a set is unknown, 2 when a file cannot be used.
 */
export function accuracy(files: readonly string[], print: (line: string) => void): number {
  if (files.length === 0) {
    print("Say which files to score: npm run accuracy -- FILE…");
    print('Each is JSON of reference values: { "set": NAME, "rows": [ … ] }, an object a row.');
    print(`Names of sets: ${SET_NAMES.join(", ")}.`);
    return UNREADABLE;
  }
  print(line("set", "rows", "worst", "row: value"));
  return files.map((file) => scoreFile(file, print)).reduce((worst, code) => Math.max(worst, code));
}

function scoreFile(file: string, print: (line: string) => void): number {
  const read = readAccuracySet(file);
  if (!read.ok) {
    print(read.reason);
    return UNREADABLE;
  }
  const score = scoreSet(read.set);
  for (const text of linesOf(read.set.name, score)) print(text);
  const isWithin = score.kind === "later" || (score.kind === "scored" && score.misses.length === 0);
  return isWithin ? WITHIN : MISSED;
}

/** Errors in units of the required one. */
function linesOf(name: string, score: SetScore): readonly string[] {
  const rows = String(score.rows);
  if (score.kind === "later") return [line(name, rows, "–", "later")];
  if (score.kind === "unknown") return [line(name, rows, "–", "UNKNOWN SET")];
  const { worst, misses } = score;
  const shown = misses
    .slice(0, MISSES_SHOWN)
    .map(({ row, what, error, note }) => `  MISS ${row}: ${what}, ${note ?? units(error)}`);
  const rest = misses.length - shown.length;
  return [
    line(name, rows, units(worst.error), `${worst.row}: ${worst.what}`),
    ...shown,
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

function units(error: number): string {
  return Number.isFinite(error) ? error.toPrecision(3) : "none";
}

function line(set: string, rows: string, worst: string, row: string): string {
  return `${set.padEnd(18)}${rows.padStart(5)}  ${worst.padStart(9)}  ${row}`;
}
