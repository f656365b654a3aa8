import { describe, expect, test } from "vitest";
import { fitModel } from "@/lib/pricing/fitModel";
import type { PricingModel } from "@/lib/pricing/PricingModel";
import { legsUnderModel, profitsUnderModel } from "@/lib/products/valueUnderModel";
import { modelProbabilitiesBelow } from "@/lib/risk/modelDistribution";
import { modelGreeks } from "@/lib/risk/modelGreeks";
import { fillOf, MARKET, NOW, putVault } from "@/lib/vault/vaultFixture";
import { blackScenario, blackValuation } from "./blackValuation";
import { calibrationQuotes } from "./calibrationQuotes";
import { comparisonColumns } from "./comparisonColumns";
import { blackRows } from "./comparisonRows";
import { computeVaultFigures } from "./computeVaultFigures";
import { failureWords, fitNote, fitSentence } from "./fitWords";
import { marketExpiries } from "./marketExpiries";
import { marketOf } from "./marketFixture";
import { blackMarket, fittedName } from "./modelChoice";
import { modelSmile, smileRequest } from "./modelSmile";
import { NOW as UNCHANGED } from "./Scenario";
import { vaultStats } from "./vaultStats";
import { lawRequest, scenarioOf, scenarioRequest, valuationOf } from "./workerValuation";

const figures = computeVaultFigures(putVault(), { pastEpochs: [], fills: [fillOf()] }, { now: NOW, market: MARKET });
const headline = figures.volatility?.ok ? figures.volatility.headline : Number.NaN;
const surface = MARKET.ok ? MARKET.view.surface : { slices: [] };

/** What the worker answers, computed here: the same functions. */
function valuationBy(model: PricingModel) {
  const request = lawRequest(figures, model);
  if (request === undefined) return null;
  const { product, market, levels } = request.input;
  const legs = legsUnderModel(product, market, [market.spot]);
  return valuationOf(request, { legs, below: modelProbabilitiesBelow(levels, market) });
}

function scenarioBy(model: PricingModel, scenario = UNCHANGED) {
  const request = scenarioRequest(figures, model, scenario);
  if (request === undefined) return null;
  const { product, market, spots } = request.input;
  const profits = profitsUnderModel(product, market, { spots, measure: "usd" });
  return scenarioOf(request, { profits, greeks: modelGreeks({ product, units: 1, market }) }, scenario);
}

const models: readonly (readonly ["black" | "smile", PricingModel])[] = [
  ["black", { name: "black", volatility: headline }],
  ["smile", { name: "smile", surface }],
];

describe("the worker's way and the page's own", () => {
  test.each(models)("default: legs and law of %s are the same both ways", (choice, model) => {
    const [here, there] = [blackValuation(figures, choice), valuationBy(model)];
    expect(there?.choice).toBe(choice);
    // The surface is ten seconds old: its smile is read at that time here, at the present one there.
    expect(Math.abs((there?.legs[0]?.price ?? 0) / (here?.legs[0]?.price ?? 1) - 1)).toBeLessThan(1e-4);
    expect(there?.legs[0]?.itmOdds).toBeCloseTo(here?.legs[0]?.itmOdds ?? Number.NaN, 5);
    for (const price of [2900, 3100, 3450, 3800]) {
      expect(there?.law.probabilityBelow(price)).toBeCloseTo(here?.law.probabilityBelow(price) ?? Number.NaN, 3);
    }
  });

  test.each(models)("default: the curve and the Greeks of %s are the same both ways", (choice, model) => {
    const market = blackMarket(figures, choice);
    // The smile of fewer days is another smile to the worker; the page keeps each option's own volatility.
    const scenario = { elapsed: choice === "black" ? 0.4 : 0, shift: 0.1 };
    const here = market && blackScenario(figures.product, { choice, market }, scenario);
    const there = scenarioBy(model, scenario);
    for (const price of [2900, 3100, 3333, 3450, 3800]) {
      expect(Math.abs((there?.profit(price) ?? 1) - (here?.profit(price) ?? 0))).toBeLessThan(2e-5);
    }
    expect(there?.greeks.delta).toBeCloseTo(here?.greeks.delta ?? Number.NaN, 8);
    expect(there?.greeks.vegaPerPoint).toBeCloseTo(here?.greeks.vegaPerPoint ?? Number.NaN, 7);
  });

  test("error: without a volatility nothing is asked", () => {
    const model: PricingModel = { name: "black", volatility: 0.6 };
    const none = { ...figures, market: null };
    expect([lawRequest(none, model), scenarioRequest(none, model, UNCHANGED)]).toEqual([undefined, undefined]);
  });
});

describe("what the model changes", () => {
  test("behavior: the two worst twentieths bear the law in their names, and never the same name", () => {
    const head = vaultStats(figures).map(({ label }) => label);
    const table = comparisonColumns({ units: 1, depositUsd: 1, coin: "ETH", chosen: null, base: undefined });
    expect([...head, ...table.map(({ head: name }) => String(name))].filter((name) => name.includes("ES 95%"))).toEqual(
      ["Bad epoch, ES 95% at sale", "ES 95% from now"],
    );
  });

  test("default: rows for the smile, one volatility and the sale, each with its own figures", () => {
    const rows = blackRows(figures);
    expect(rows.map(({ choice }) => choice)).toEqual(["smile", "black", "fills"]);
    for (const { figures: row } of rows) {
      expect(Object.values(row ?? {}).every(Number.isFinite)).toBe(true);
      expect(row?.lossOdds).toBeGreaterThan(0);
      expect(row?.lossOdds).toBeLessThan(0.5);
      expect(row?.expectedShortfallUsd).toBeLessThan(0);
    }
  });

  test("behavior: the smile's row is what the page shows", () => {
    const market = blackMarket(figures, "smile");
    const shown = market && blackScenario(figures.product, { choice: "smile", market }, UNCHANGED).greeks;
    expect(blackRows(figures)[0]?.figures).toMatchObject({
      valueUsd: shown?.valueUsd,
      delta: shown?.delta,
      vegaPerPoint: shown?.vegaPerPoint,
    });
  });
});

describe("fits", () => {
  const view = marketOf();
  const quotes = calibrationQuotes(view);

  test("default: one volatility a strike and expiry, none of the far wings", () => {
    expect(quotes.length).toBeGreaterThan(20);
    for (const { strike, forward, volatility, timeToExpiryYears } of quotes) {
      const deviations = Math.abs(Math.log(strike / forward)) / (volatility * Math.sqrt(timeToExpiryYears));
      expect(deviations).toBeLessThanOrEqual(2.5);
    }
  });

  test("default: a fitted model says its error; its own smile runs along the market's", () => {
    const fitted = fitModel("merton", quotes);
    expect(fitted.ok).toBe(true);
    if (!fitted.ok) return;
    expect(fitSentence({ name: "merton", fitted, failure: undefined })).toMatch(
      /^Merton, fitted to \d+ quotes, (±|less than ±)[\d.]+ pts/,
    );
    const of = marketExpiries(view)[1];
    if (of === undefined) throw new Error("no second expiry");
    const request = smileRequest(of, fitted.model);
    const { product, market } = request.input;
    const curve = modelSmile(request, legsUnderModel(product, market, [market.spot]).price);
    for (const strike of [3200, 3450, 3700]) expect(Math.abs(curve(strike) - 0.58)).toBeLessThan(0.15);
  });

  test("behavior: Black's own smile is flat", () => {
    const [of] = marketExpiries(view);
    if (of === undefined) throw new Error("no expiry");
    const request = smileRequest(of, { name: "black", volatility: 0.55 });
    const { product, market } = request.input;
    const curve = modelSmile(request, legsUnderModel(product, market, [market.spot]).price);
    for (const strike of [3200, 3449, 3700]) expect(curve(strike)).toBeCloseTo(0.55, 9);
  });

  test("behavior: bounds are named; what fails says why in a sentence", () => {
    const fit = { rmsVolatility: 0.014, worstVolatility: 0.05, sse: 1, activeBounds: ["correlation"], iterations: 9 };
    const model: PricingModel = { name: "black", volatility: 0.6 };
    const heston = { name: "heston", fitted: { ok: true, model, quotes: 212, fit }, failure: undefined } as const;
    expect(fitSentence(heston)).toBe("Heston, fitted to 212 quotes, ±1.4 pts; ρ at its bound.");
    expect(fitNote(heston)).toBe("fitted to 212 quotes, ±1.4 pts; ρ at its bound");
    const failed = { name: "kou", fitted: { ok: false, reason: "tooFewQuotes" }, failure: undefined } as const;
    expect(failureWords("kou", failed, undefined)).toBe(
      "Kou could not be fitted: there are fewer quotes than it has parameters.",
    );
    expect(failureWords("kou", undefined, undefined)).toBeUndefined();
    expect(fitNote({ name: "kou", fitted: undefined, failure: undefined })).toBe("being fitted …");
  });

  test("behavior: Black and its kin need no fit", () => {
    expect([null, "fills", "black", "smile", "heston"].map((choice) => fittedName(choice as never))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      "heston",
    ]);
  });
});
