import type { AccuracySet } from "./accuracySet";
import type { Measured, Row, Scorer } from "./Scorer";
import { scoreGreeks, scoreHaug } from "./scoreBlackScholes";
import { scoreDax } from "./scoreDax";
import { scoreDigital } from "./scoreDigital";
import { scoreImpliedVolatility } from "./scoreImpliedVolatility";
import { scoreNormal } from "./scoreNormal";
import { scoreBates, scoreHeston, scoreKou, scoreMerton, scoreMertonOfHaug } from "./scoreStrips";
import { scoreSvi } from "./scoreSvi";
import { scoreTailRisk } from "./scoreTailRisk";

const SCORERS: ReadonlyMap<string, Scorer> = new Map([
  ["bs_haug", scoreHaug],
  ["bs_greeks_ql", scoreGreeks],
  ["digital_ql", scoreDigital],
  ["iv_ql", scoreImpliedVolatility],
  ["iv_hard", scoreImpliedVolatility],
  ["cdf", scoreNormal],
  ["heston_published", scoreHeston],
  ["heston_ql", scoreHeston],
  ["bates_ql", scoreBates],
  ["merton_haug", scoreMertonOfHaug],
  ["merton_ql", scoreMerton],
  ["kou", scoreKou],
  ["svi", scoreSvi],
  ["var_es", scoreTailRisk],
  ["calibration_dax", scoreDax],
]);

/** Names of the sets that are scored. */
export const SET_NAMES: readonly string[] = [...SCORERS.keys()];

/** Sets whose subject the project does not have yet. */
const LATER: ReadonlySet<string> = new Set(["barrier_ql"]);

/** One value that was scored, and the row it is of. */
export type Scored = Measured & { readonly row: string };

/** What became of a set. */
export type SetScore =
  | { readonly kind: "scored"; readonly rows: number; readonly worst: Scored; readonly misses: readonly Scored[] }
  | { readonly kind: "later"; readonly rows: number }
  | { readonly kind: "unknown"; readonly rows: number };

/** Scores every value of every row. */
export function scoreSet({ name, rows }: AccuracySet): SetScore {
  if (LATER.has(name)) return { kind: "later", rows: rows.length };
  const scorer = SCORERS.get(name);
  if (!scorer) return { kind: "unknown", rows: rows.length };
  const scored = rows.flatMap((row, index) =>
    scorer(row).map(
      (value): Scored => ({
        ...value,
        row: nameOf(row, index),
        error: Number.isNaN(value.error) ? Infinity : value.error,
      }),
    ),
  );
  const worst = scored.reduce((most, value) => (value.error > most.error ? value : most));
  return { kind: "scored", rows: rows.length, worst, misses: scored.filter(({ error }) => error > 1) };
}

/** Its id, or where it stands. */
function nameOf(row: Row, index: number): string {
  return typeof row.id === "string" || typeof row.id === "number" ? String(row.id) : `#${index + 1}`;
}
