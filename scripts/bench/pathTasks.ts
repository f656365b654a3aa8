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

/** Terminal values and their VaR and ES, which are the sum that is compared. */
export function mertonPathsWork(): Work {
  const { paths, days, parameters } = mertonWorkload();
  const spots = terminals({ kind: "merton", coins: [parameters], ...ALONE }, { days, paths });
  const run = () => {
    const changes = spots();
    for (let index = 0; index < paths; index += 1) changes[index] = (changes[index] as number) - 1;
    const { valueAtRisk, expectedShortfall } = sampleTailRisk(changes, CONFIDENCE);
    return valueAtRisk + expectedShortfall;
  };
  return { items: paths, run };
}

/** Paths of a step a day; compared is what a straddle at the money is worth. */
export function batesPathsWork(): Work {
  const { paths, days, parameters } = batesWorkload();
  const law: PathLaw = { kind: "bates", coins: [parameters], referenceYears: days / DAYS_PER_YEAR, ...ALONE };
  const spots = terminals(law, { days, paths });
  const run = () => spots().reduce((sum, spot) => sum + Math.abs(spot - 1), 0) / paths;
  return { items: paths, run };
}

function terminals(
  law: PathLaw,
  { days, paths }: { readonly days: number; readonly paths: number },
): () => Float64Array {
  const simulator = pathSimulator({ law, times: [days / DAYS_PER_YEAR], seed: SEED });
  invariant(simulator.ok, "the workload is in the law's domain");
  return () => simulator.simulate({ from: 0, count: paths }).spotFactors[0]?.[0] ?? new Float64Array();
}
