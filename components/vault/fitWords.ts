import type { ModelFit } from "@/hooks/useFittedModels";
import { formatPoints } from "@/lib/format/formatPercent";
import { joinedNames } from "@/lib/format/joinedNames";
import type { CalibrationReason } from "@/lib/pricing/Calibration";
import type { FittedName } from "@/lib/pricing/fitModel";
import { modelName } from "./modelChoice";

const PARAMETERS: Readonly<Record<string, string>> = {
  initialVariance: "v₀",
  meanReversion: "κ",
  longRunVariance: "θ",
  volatilityOfVariance: "σ of variance",
  correlation: "ρ",
  volatility: "σ",
  jumpIntensity: "λ",
  meanLogJump: "the mean jump",
  jumpDeviation: "the spread of jumps",
  upProbability: "p of an upward jump",
  upRate: "η₁",
  downRate: "η₂",
};

const REASONS: Readonly<Record<CalibrationReason, string>> = {
  tooFewQuotes: "there are fewer quotes than it has parameters",
  notANumber: "a quote is no number",
  notConverged: "no parameters fit the quotes",
};

/** How well a model meets the market: `Heston, fitted to 212 quotes, ±1.4 pts; ρ at its bound.` Undefined until it is fitted. */
export function fitSentence({ name, fitted }: ModelFit): string | undefined {
  if (!fitted?.ok) return undefined;
  const { quotes, fit } = fitted;
  const error = fit.rmsVolatility < 0.0005 ? "less than ±0.1 pts" : formatPoints(fit.rmsVolatility).replace("+", "±");
  const bounds = fit.activeBounds.map((parameter) => PARAMETERS[parameter] ?? parameter);
  const atBounds =
    bounds.length === 0 ? "" : `; ${joinedNames(bounds)} at ${bounds.length === 1 ? "its bound" : "their bounds"}`;
  return `${modelName(name)}, fitted to ${quotes} quotes, ${error}${atBounds}.`;
}

/** The same in a tight place: `±1.4 pts to 212 quotes, ρ at its bound`; or that it is under way, or failed. */
export function fitNote(fit: ModelFit): string {
  if (fit.failure !== undefined || fit.fitted?.ok === false) return "could not be fitted";
  const sentence = fitSentence(fit);
  if (sentence === undefined) return "being fitted …";
  return sentence.replace(/^[^,]*, /, "").replace(/\.$/, "");
}

/** Why a model cannot be shown; undefined while it can, or is under way. */
export function failureWords(
  name: FittedName,
  fit: ModelFit | undefined,
  valuation: string | undefined,
): string | undefined {
  const model = modelName(name);
  if (fit?.fitted?.ok === false) return `${model} could not be fitted: ${REASONS[fit.fitted.reason]}.`;
  if (fit?.failure !== undefined) return `${model} could not be fitted: the pricing worker did not answer.`;
  if (valuation !== undefined) return `${model} could not be computed: the pricing worker did not answer.`;
  return undefined;
}
