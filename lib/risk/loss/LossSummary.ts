import type { ChangeHistogram } from "../tail/changeHistogram";
import type { CornishFisherRisk } from "../tail/cornishFisher";
import type { GpdFitResult } from "../tail/fitGpdTail";
import type { SampleTailRisk } from "../tail/sampleTailRisk";
import type { TailMean } from "../tail/tailScenarios";
import type { LossFactor } from "./LossQuestion";

/** The confidence of shares, and of the figures that stand alone. */
export const MAIN_CONFIDENCE = 0.95;
/** The confidence of the rarer losses. */
export const RARE_CONFIDENCE = 0.99;

/** What the same scenarios' VaR and ES are by two other ways, in dollars: a check of the sample's own. Null where a way has no answer. */
export type TailChecks = {
  readonly gpd: GpdFitResult;
  readonly gpdRare: SampleTailRisk | null;
  readonly cornishFisher: CornishFisherRisk;
};

/** What many scenarios come to, in dollars: changes below 0 are losses; losses of the tail and its shares are above 0. */
export type LossSummary = {
  readonly scenarios: number;
  readonly meanUsd: number;
  readonly deviationUsd: number;
  /** Share of scenarios that lose. */
  readonly lossOdds: number;
  readonly main: SampleTailRisk;
  readonly rare: SampleTailRisk;
  /** Shares of the main shortfall: of the book's parts, of the split book's pieces, and of what moves. Each kind adds up to it. */
  readonly byPart: readonly TailMean[];
  readonly byPiece: readonly TailMean[];
  readonly byFactor: readonly (TailMean & { readonly factor: LossFactor })[];
  readonly histogram: ChangeHistogram;
  readonly checks: TailChecks;
};
