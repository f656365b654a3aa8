import { describe, expect, test } from "vitest";
import { InvariantError } from "@/lib/errors/invariant";
import { randomStream } from "@/lib/math/randomStream";
import { bestHedge } from "./bestHedgeFixture";
import { expectedShortfallOf, sampleTailRisk } from "./tail/sampleTailRisk";

const COUNT = 20_000;
const { normal } = randomStream({ seed: 17 });
const market = Float64Array.from({ length: COUNT }, normal);
const noise = Float64Array.from({ length: COUNT }, normal);
const changes = market.map((move) => 1_000 * move);
const ES = sampleTailRisk(changes, 0.95).expectedShortfall;

/** Moves against the market by a tenth, with noise of its own. */
const against = market.map((move, index) => -0.1 * move + 0.05 * (noise[index] ?? NaN));
const free = { id: "against", changePerDollar: against, costPerDollar: 0 };

describe("best hedge", () => {
  test("default: the amount of the minimum variance, which is that of the ES where all is normal", () => {
    const found = bestHedge({ changes, candidates: [free], confidence: 0.95, budget: 50_000 });
    if (!found.ok) throw new Error(found.reason);
    // Least variance of 1000·m + a·(−0.1·m + 0.05·e): a = 1000·0.1/(0.01 + 0.0025).
    expect(found.hedge.dollars / 8_000).toBeCloseTo(1, 1);
    expect(found.hedge.before / ES).toBeCloseTo(1, 12);
    const hedged = changes.map((change, index) => change + found.hedge.dollars * (against[index] ?? NaN));
    expect(found.hedge.after / sampleTailRisk(hedged, 0.95).expectedShortfall).toBeCloseTo(1, 12);
    expect(found.hedge.after / ES).toBeCloseTo(Math.sqrt(0.2), 1);
  });

  test("behavior: no amount of a finer grid has a smaller ES", () => {
    const candidate = { ...free, costPerDollar: 0.01 };
    const found = bestHedge({ changes, candidates: [candidate], confidence: 0.95, budget: 50_000 });
    if (!found.ok) throw new Error(found.reason);
    for (let dollars = 0; dollars <= 20_000; dollars += 500) {
      const hedged = changes.map((change, index) => change + dollars * ((against[index] ?? NaN) - 0.01));
      expect(sampleTailRisk(hedged, 0.95).expectedShortfall).toBeGreaterThanOrEqual(found.hedge.after - 1e-6);
    }
    expect(found.hedge.cost).toBeCloseTo(0.01 * found.hedge.dollars, 9);
  });

  test("behavior: budget and capacity bind, a cost makes a vault worse, and the best comes first", () => {
    const candidates = [
      { ...free, id: "dear", costPerDollar: 0.05 },
      { ...free, id: "small", mostDollars: 100 },
      free,
      { id: "along", changePerDollar: market, costPerDollar: 0 },
    ];
    const found = bestHedge({ changes, candidates, confidence: 0.95, budget: 3_000 });
    if (!found.ok) throw new Error(found.reason);
    expect(found.hedge).toMatchObject({ id: "against", dollars: 3_000 });
    expect(found.others.map(({ id }) => id)).toEqual(["dear", "small"]);
    expect(found.others[1]?.dollars).toBe(100);
  });

  test("error: where nothing helps nothing is proposed; other scenarios are a mistake", () => {
    const along = { id: "along", changePerDollar: market, costPerDollar: 0 };
    const input = { changes, confidence: 0.95, budget: 1_000 };
    expect(bestHedge({ ...input, candidates: [along] })).toEqual({
      ok: false,
      reason: "noneReduces",
      before: expectedShortfallOf(changes.slice(), 0.95),
    });
    expect(bestHedge({ ...input, candidates: [] }).ok).toBe(false);
    expect(bestHedge({ ...input, candidates: [free], budget: 0 }).ok).toBe(false);
    const short = { ...free, changePerDollar: new Float64Array(3) };
    expect(() => bestHedge({ ...input, candidates: [short] })).toThrow(InvariantError);
  });
});
