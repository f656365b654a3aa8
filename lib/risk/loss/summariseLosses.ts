import type { RiskBook } from "../RiskBook";
import { centralRange, changeHistogram } from "../tail/changeHistogram";
import { type CornishFisherRisk, cornishFisherRisk } from "../tail/cornishFisher";
import { fitGpdTail } from "../tail/fitGpdTail";
import { gpdFitRisk } from "../tail/gpdFitRisk";
import { sampleMoments } from "../tail/sampleMoments";
import { sampleTailRisk } from "../tail/sampleTailRisk";
import { shortfallContributions, summedColumns } from "../tail/shortfallContributions";
import { type TailMean, tailMean } from "../tail/tailScenarios";
import type { LossChanges } from "./LossQuestion";
import { type LossSummary, MAIN_CONFIDENCE, RARE_CONFIDENCE, type TailChecks } from "./LossSummary";
import { lossFactors } from "./lossChanges";
import { splitBook } from "./splitBook";

/** Bins of the picture, and the share of scenarios on either side that it leaves out. */
const BINS = 48;
const LEFT_OUT = 0.0015;
/** The tail that the Pareto law is fitted to. */
const TAIL_SHARE = 0.1;

/** The figures of a book's changes; NaN without scenarios. */
export function summariseLosses(book: RiskBook, { pieces, factors }: LossChanges): LossSummary {
  const total = summedColumns(pieces);
  const { mean, deviation, skew, excessKurtosis } = sampleMoments(total);
  const shares = shortfallContributions(pieces, MAIN_CONFIDENCE);
  const meanOf = (column: Float64Array): TailMean =>
    shares === null ? { value: Number.NaN, error: Number.NaN } : tailMean(shares.tail, column);
  const { pieces: origins } = splitBook(book);
  return {
    scenarios: total.length,
    meanUsd: mean,
    deviationUsd: deviation,
    lossOdds: total.reduce((count, change) => count + (change < 0 ? 1 : 0), 0) / total.length,
    main: sampleTailRisk(total, MAIN_CONFIDENCE),
    rare: sampleTailRisk(total, RARE_CONFIDENCE),
    byPart: book.parts.map((_, part) =>
      meanOf(
        columnSum(
          pieces.filter((__, piece) => origins[piece]?.part === part),
          total.length,
        ),
      ),
    ),
    byPiece: pieces.map(meanOf),
    byFactor: lossFactors(book).map((factor, index) => ({
      factor,
      ...meanOf(factors[index] ?? new Float64Array(total.length)),
    })),
    histogram: histogramOf(total),
    checks: checksOf(total, cornishFisherRisk({ skew, excessKurtosis }, MAIN_CONFIDENCE), { mean, deviation }),
  };
}

function columnSum(columns: readonly Float64Array[], length: number): Float64Array {
  return columns.length === 0 ? new Float64Array(length) : summedColumns(columns);
}

/** Around the bulk of the changes and zero. */
function histogramOf(total: Float64Array): LossSummary["histogram"] {
  const { from, to } = centralRange(total, LEFT_OUT);
  return changeHistogram(total, { from: Math.min(0, from), to: Math.max(0, to, Math.min(0, from) + 1e-9), bins: BINS });
}

type Spread = { readonly mean: number; readonly deviation: number };

/** The expansion is of standard deviations around the mean: put back into dollars. */
function checksOf(total: Float64Array, risk: CornishFisherRisk, { mean, deviation }: Spread): TailChecks {
  const gpd = fitGpdTail(total, TAIL_SHARE);
  return {
    gpd,
    gpdRare: gpd.ok ? gpdFitRisk(gpd.fit, RARE_CONFIDENCE) : null,
    cornishFisher: risk.ok
      ? {
          ok: true,
          valueAtRisk: risk.valueAtRisk * deviation - mean,
          expectedShortfall: risk.expectedShortfall * deviation - mean,
        }
      : risk,
  };
}
