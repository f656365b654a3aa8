import { fitModel } from "@/lib/pricing/fitModel";
import { fitSurface } from "@/lib/pricing/fitSurface";
import { legsUnderModel, profitsUnderModel } from "@/lib/products/valueUnderModel";
import { leastShortfall } from "@/lib/risk/bestHedge";
import { lossChanges, partChanges } from "@/lib/risk/loss/lossChanges";
import { summariseLosses } from "@/lib/risk/loss/summariseLosses";
import { modelComparison } from "@/lib/risk/modelComparison";
import { modelProbabilitiesBelow } from "@/lib/risk/modelDistribution";
import { modelGreeks } from "@/lib/risk/modelGreeks";
import { marginGridResult } from "@/lib/risk/stress/marginGridResult";
import { searchFurther } from "@/lib/risk/stress/smallestLosses";
import type { PricingAnswer, PricingInput, PricingKind, PricingOutput, PricingQuestion } from "./pricingProtocol";

/** The pure function behind each kind: the worker and the main thread answer with the same one. */
const HANDLERS: { readonly [K in PricingKind]: (input: PricingInput<K>) => PricingOutput<K> } = {
  scenario: ({ product, market, spots }) => ({
    profits: profitsUnderModel(product, market, { spots, measure: "usd" }),
    greeks: modelGreeks({ product, units: 1, market }),
  }),
  law: ({ product, market, levels }) => ({
    legs: legsUnderModel(product, market, [market.spot]),
    below: modelProbabilitiesBelow(levels, market),
  }),
  fit: ({ name, quotes }) => fitModel(name, quotes),
  surface: (chain) => fitSurface(chain),
  lossChanges: ({ question, range }) => lossChanges(question, range),
  lossSummary: ({ book, changes }) => summariseLosses(book, changes),
  marginGrid: ({ book, grid }) => marginGridResult(book, grid),
  smallestLosses: ({ sought, from }) => searchFurther(sought, from),
  partChanges: ({ question, range }) => partChanges(question, range),
  hedge: (question) => leastShortfall(question),
  comparison: (input) => modelComparison(input),
};

/** Answers one question; what its function throws becomes a failure with the error's message. Never throws. */
export function answerQuestion<K extends PricingKind>({ id, kind, input }: PricingQuestion<K>): PricingAnswer<K> {
  try {
    return { type: "answer", id, output: HANDLERS[kind](input) };
  } catch (error) {
    return { type: "failure", id, message: error instanceof Error ? error.message : String(error) };
  }
}
