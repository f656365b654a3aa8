import type { VolatilityQuote } from "@/lib/pricing/Calibration";
import type { FittedModel, FittedName } from "@/lib/pricing/fitModel";
import type { SurfaceExpiry, SurfaceFitResult } from "@/lib/pricing/fitSurface";
import type { StripValues } from "@/lib/pricing/PricingModel";
import type { Product } from "@/lib/products/Product";
import type { ModelMarket } from "@/lib/products/valueUnderModel";
import type { Hedge, HedgeQuestion } from "@/lib/risk/bestHedge";
import type { LossChanges, LossQuestion } from "@/lib/risk/loss/LossQuestion";
import type { LossSummary } from "@/lib/risk/loss/LossSummary";
import type { LossChangesResult, PartChangesResult } from "@/lib/risk/loss/lossChanges";
import type { ModelComparisonInput, ModelComparisonRow } from "@/lib/risk/modelComparison";
import type { ScenarioRange } from "@/lib/risk/paths/pathSimulator";
import type { PositionGreeks } from "@/lib/risk/positionGreeks";
import type { RiskBook } from "@/lib/risk/RiskBook";
import type { MarginGrid } from "@/lib/risk/stress/MarginGrid";
import type { MarginGridResult } from "@/lib/risk/stress/marginGridResult";
import type { LossSearch, LossSought } from "@/lib/risk/stress/smallestLosses";

/** A product in a market that follows a model. */
type ProductInMarket = { readonly product: Product; readonly market: ModelMarket };

/**
 * What the pricing worker can be asked, by kind. Inputs and outputs are plain data: they cross to another thread and into a cache key.
 * Where an answer is many numbers it is a Float64Array, so that it changes threads without a copy.
 */
export type PricingCalls = {
  /** One unit in dollars: its profit at each spot, and its value and Greeks at the market's own. What a slider moves. */
  readonly scenario: {
    readonly input: ProductInMarket & { readonly spots: readonly number[] };
    readonly output: { readonly profits: Float64Array; readonly greeks: PositionGreeks };
  };
  /** Each leg's option at the market's spot, and the probabilities that settlement lies below each level. */
  readonly law: {
    readonly input: ProductInMarket & { readonly levels: readonly number[] };
    readonly output: { readonly legs: StripValues; readonly below: Float64Array };
  };
  /** A model fitted to quotes. */
  readonly fit: {
    readonly input: { readonly name: FittedName; readonly quotes: readonly VolatilityQuote[] };
    readonly output: FittedModel;
  };
  /** A surface without arbitrage, fitted to the quotes of a chain. */
  readonly surface: {
    readonly input: { readonly slices: readonly SurfaceExpiry[] };
    readonly output: SurfaceFitResult;
  };
  /** Changes in a book's value in a range of scenarios. */
  readonly lossChanges: {
    readonly input: { readonly question: LossQuestion; readonly range: ScenarioRange };
    readonly output: LossChangesResult;
  };
  /** What changes come to. */
  readonly lossSummary: {
    readonly input: { readonly book: RiskBook; readonly changes: LossChanges };
    readonly output: LossSummary;
  };
  /** A book under every scenario of a margin grid. */
  readonly marginGrid: {
    readonly input: { readonly book: RiskBook; readonly grid: MarginGrid };
    readonly output: MarginGridResult;
  };
  /** One step towards the smallest moves that lose so much. */
  readonly smallestLosses: {
    readonly input: { readonly sought: LossSought; readonly from: LossSearch | null };
    readonly output: LossSearch;
  };
  /** Changes in the value of each part of a book in a range of scenarios. */
  readonly partChanges: {
    readonly input: { readonly question: LossQuestion; readonly range: ScenarioRange };
    readonly output: PartChangesResult;
  };
  /** The amounts of one vault, or of two, that make the shortfall smallest; of none, the shortfall as it is. */
  readonly hedge: { readonly input: HedgeQuestion; readonly output: Hedge };
  /** A position under each model. */
  readonly comparison: { readonly input: ModelComparisonInput; readonly output: readonly ModelComparisonRow[] };
};

export type PricingKind = keyof PricingCalls;
export type PricingInput<K extends PricingKind> = PricingCalls[K]["input"];
export type PricingOutput<K extends PricingKind> = PricingCalls[K]["output"];

/** One question of a kind. */
export type PricingRequest<K extends PricingKind = PricingKind> = {
  readonly kind: K;
  readonly input: PricingInput<K>;
};

/** Page → worker. */
export type PricingQuestion<K extends PricingKind = PricingKind> = PricingRequest<K> & { readonly id: number };

/** Worker → page, one a question. An error comes back as data, by its message. */
export type PricingAnswer<K extends PricingKind = PricingKind> =
  | { readonly type: "answer"; readonly id: number; readonly output: PricingOutput<K> }
  | { readonly type: "failure"; readonly id: number; readonly message: string };

/** Worker → page: `ready` once, when it can be asked; then answers. */
export type PricingMessage = { readonly type: "ready" } | PricingAnswer;
