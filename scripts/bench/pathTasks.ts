import { invariant } from "@/lib/errors/invariant";
import type { PathLaw } from "@/lib/risk/paths/PathLaw";
import { pathSimulator } from "@/lib/risk/paths/pathSimulator";
import { sampleTailRisk } from "@/lib/risk/tail/sampleTailRisk";
import type { Work } from "./measure";
import { batesWorkload, mertonWorkload } from "./pathWorkloads";

const DAYS_PER_YEAR = 365;
const SEED = 17;
const CONFIDENCE = 0.99;
const ALONE = { correlation: [[1]], commonJumpShare: 0, jumpCorrelation: [[1]] };

/** Scenarios at a time, as a page that shows its progress takes them: their columns stay in the processor's memory. */
const CHUNK = 8_192;

/** Terminal values and their VaR and ES, which are the sum that is compared. */
export function mertonPathsWork(): Work {
  const { paths, days, parameters } = mertonWorkload();
  const fill = terminals({ kind: "merton", coins: [parameters], ...ALONE }, days);
  const changes = new Float64Array(paths);
  const run = () => {
    fill(changes);
    const { valueAtRisk, expectedShortfall } = sampleTailRisk(changes, CONFIDENCE);
    return valueAtRisk + expectedShortfall;
  };
  return { items: paths, run };
}

/** Paths of a step a day; compared is what a straddle at the money is worth. */
export function batesPathsWork(): Work {
  const { paths, days, parameters } = batesWorkload();
  const fill = terminals({ kind: "bates", coins: [parameters], referenceYears: days / DAYS_PER_YEAR, ...ALONE }, days);
  const changes = new Float64Array(paths);
  const run = () => {
    fill(changes);
    let sum = 0;
    for (let index = 0; index < paths; index += 1) sum += Math.abs(changes[index] as number);
    return sum / paths;
  };
  return { items: paths, run };
}

/** What fills a column with the returns of as many scenarios. */
function terminals(law: PathLaw, days: number): (changes: Float64Array) => void {
  const simulator = pathSimulator({ law, times: [days / DAYS_PER_YEAR], seed: SEED });
  invariant(simulator.ok, "the workload is in the law's domain");
  return (changes) => {
    for (let from = 0; from < changes.length; from += CHUNK) {
      const count = Math.min(CHUNK, changes.length - from);
      const spots = simulator.simulate({ from, count }).spotFactors[0]?.[0] ?? new Float64Array();
      for (let index = 0; index < count; index += 1) changes[from + index] = (spots[index] as number) - 1;
    }
  };
}
