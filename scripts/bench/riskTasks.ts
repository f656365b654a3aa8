import { legColumns } from "@/lib/risk/legColumns";
import { emptyGreeks, legGreeks } from "@/lib/risk/legGreeks";
import { scenarioPlan } from "@/lib/risk/scenarioPlan";
import { fillScenarioValues } from "@/lib/risk/scenarioValues";
import { spotVolatilityGrid } from "@/lib/risk/spotVolatilityGrid";
import { expectedShortfallOf } from "@/lib/risk/tail/sampleTailRisk";
import { summedColumns } from "@/lib/risk/tail/shortfallContributions";
import type { Work } from "./measure";
import { benchBook, benchScenarios, GRID_AXES } from "./riskWorkloads";
import { type Task, within } from "./Task";

export type RiskTaskName = "bookGreeks" | "scenarioGrid" | "scenarioShortfall";

/** Legs of each task's book. */
export const RISK_LEGS: Readonly<Record<RiskTaskName, number>> = {
  bookGreeks: 10_000,
  scenarioGrid: 1_000,
  scenarioShortfall: 100,
};

/** The share of the worst scenarios that the shortfall is the mean of. */
export const SHORTFALL_SHARE = 0.025;

/** The rows of the risk engine: an item is an option, in one market. */
export const RISK_TASKS: Readonly<Record<RiskTaskName, Task>> = {
  bookGreeks: { goal: 1.5, agreement: within(1e-11), work: greeksWork },
  scenarioGrid: { goal: 3, agreement: within(1e-9), work: gridWork },
  scenarioShortfall: { goal: 3, agreement: within(1e-9), work: shortfallWork },
};

/** Price and Greeks of every leg at the surface's volatility, with the smile's slope at each and the delta that it makes, summed by size. */
function greeksWork(): Work {
  const columns = legColumns(benchBook(RISK_LEGS.bookGreeks));
  const { size } = columns;
  const values = emptyGreeks(size.length);
  const { price, delta, gamma, vega, theta } = values;
  const run = () => {
    legGreeks(columns, values);
    let sum = 0;
    for (let leg = 0; leg < size.length; leg += 1) {
      const sensitivities = (delta[leg] as number) + (gamma[leg] as number) + (vega[leg] as number);
      sum += (size[leg] as number) * ((price[leg] as number) + sensitivities + (theta[leg] as number));
    }
    return sum;
  };
  return { items: RISK_LEGS.bookGreeks, run };
}

function gridWork(): Work {
  const book = benchBook(RISK_LEGS.scenarioGrid);
  const run = () =>
    spotVolatilityGrid(book, GRID_AXES).reduce((sum, row) => sum + row.reduce((cells, cell) => cells + cell, 0), 0);
  const cells = GRID_AXES.spotMoves.length * GRID_AXES.volatilityMoves.length;
  return { items: RISK_LEGS.scenarioGrid * cells, run };
}

/** Scenarios to a chunk: what a worker would do between two looks at its messages. */
const CHUNK = 10_000;

function shortfallWork(): Work {
  const book = benchBook(RISK_LEGS.scenarioShortfall);
  const columns = benchScenarios();
  const chunks = Array.from({ length: columns.count / CHUNK }, (_, chunk) => {
    const part = (column: Float64Array) => column.subarray(chunk * CHUNK, (chunk + 1) * CHUNK);
    const { spots, volatilityFactors } = columns;
    return { ...columns, count: CHUNK, spots: spots.map(part), volatilityFactors: volatilityFactors.map(part) };
  });
  const values = book.parts.map(() => new Float64Array(CHUNK));
  const totals = new Float64Array(columns.count);
  const run = () => {
    const plan = scenarioPlan(book, columns.elapsedYears);
    chunks.forEach((chunk, index) => {
      fillScenarioValues(plan, chunk, values);
      totals.set(summedColumns(values), index * CHUNK);
    });
    return expectedShortfallOf(totals, 1 - SHORTFALL_SHARE);
  };
  return { items: RISK_LEGS.scenarioShortfall * columns.count, run };
}
