import { describe, expect, test } from "vitest";
import { fitModel } from "@/lib/pricing/fitModel";
import { fitSurface } from "@/lib/pricing/fitSurface";
import { MODELS, SURFACE } from "@/lib/pricing/modelFixture";
import { atmVolatility, strikeVolatility } from "@/lib/pricing/surfaceVolatility";
import { legsUnderModel, profitsUnderModel } from "@/lib/products/valueUnderModel";
import { sampleBook } from "@/lib/risk/bookFixture";
import { modelComparison } from "@/lib/risk/modelComparison";
import { modelProbabilitiesBelow } from "@/lib/risk/modelDistribution";
import { modelGreeks } from "@/lib/risk/modelGreeks";
import { marginGridResult } from "@/lib/risk/stress/marginGridResult";
import { MARGIN_GRIDS } from "@/lib/risk/stress/marginGrids";
import { nearestLoss, smallestLosses } from "@/lib/risk/stress/reverseFixture";
import { reverseStress } from "@/lib/risk/stress/reverseStress";
import { SEARCH_STEPS } from "@/lib/risk/stress/smallestLosses";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { answerQuestion } from "./answerQuestion";
import type { PricingOutput, PricingRequest } from "./pricingProtocol";

const product = {
  underlying: "ETH",
  deposit: "quote" as const,
  expiry: unixSeconds(1_800_000_000n),
  legs: [{ isPut: true, side: -1 as const, strike: 3200, quantity: 3e-4 }],
  cash: 1,
  premium: 0.01,
  entrySpot: 3480,
};
const strikes = [3000, 3250, 3500, 3750, 4000];
const slices = [7, 30].map((days) => {
  const place = { timeToExpiryYears: days / 365, forward: 3500 };
  const quotes = strikes.map((strike) => ({ strike, volatility: strikeVolatility(SURFACE, { strike, ...place }) }));
  return { ...place, quotes };
});
const quotes = slices.flatMap(({ quotes: ofExpiry, ...place }) => ofExpiry.map((quote) => ({ ...quote, ...place })));

/** What the page receives, having crossed to another thread. */
function answered<K extends PricingRequest["kind"]>(request: PricingRequest<K>): PricingOutput<K> {
  const answer = structuredClone(answerQuestion(structuredClone({ ...request, id: 7 })));
  if (answer.type === "failure") throw new Error(answer.message);
  expect(answer.id).toBe(7);
  return answer.output;
}

describe("every kind answers with its pure function, and both sides can cross", () => {
  test.each(MODELS)("default: scenario and law ($name)", (model) => {
    const market = { model, spot: 3500, timeToExpiryYears: 7 / 365, volatilityShift: 0.05 };
    const spots = [3000, 3500, 4000];
    expect(answered({ kind: "scenario", input: { product, market, spots } })).toEqual({
      profits: profitsUnderModel(product, market, { spots, measure: "usd" }),
      greeks: modelGreeks({ product, units: 1, market }),
    });
    expect(answered({ kind: "law", input: { product, market, levels: spots } })).toEqual({
      legs: legsUnderModel(product, market, [3500]),
      below: modelProbabilitiesBelow(spots, market),
    });
  });

  test("default: comparison, fit and surface", () => {
    const comparison = {
      ...{ product, units: 100, spot: 3500, timeToExpiryYears: 7 / 365 },
      ...{ headline: atmVolatility(SURFACE, 7 / 365), models: MODELS.slice(1, 2), confidence: 0.95 },
    };
    expect(answered({ kind: "comparison", input: comparison })).toEqual(modelComparison(comparison));
    expect(answered({ kind: "fit", input: { name: "merton", quotes } })).toEqual(fitModel("merton", quotes));
    expect(answered({ kind: "surface", input: { slices } })).toEqual(fitSurface({ slices }));
  });

  test("default: margin grids and the smallest moves that lose so much", () => {
    const book = sampleBook();
    for (const grid of MARGIN_GRIDS)
      expect(answered({ kind: "marginGrid", input: { book, grid } })).toEqual(marginGridResult(book, grid));
    const sought = { book, loss: 10_000, rule: "stickyDelta" } as const;
    const first = answered({ kind: "smallestLosses", input: { sought, from: null } });
    expect(first.losses).toEqual({ loss: 10_000, ...reverseStress(sought), nearest: null });
    let search = first;
    for (let step = 1; step < SEARCH_STEPS; step += 1)
      search = answered({ kind: "smallestLosses", input: { sought, from: search } });
    expect(search.losses).toEqual(smallestLosses(sought));
    expect(search.losses.nearest).toEqual(nearestLoss(sought));
  });
});

test("error: a question of no kind is a failure with a message, not an exception", () => {
  const question = JSON.parse('{ "id": 3, "kind": "tea", "input": {} }');
  expect(answerQuestion(question)).toEqual({ type: "failure", id: 3, message: expect.any(String) });
});
