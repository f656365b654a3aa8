import { describe, expect, test } from "vitest";
import { InvariantError } from "@/lib/errors/invariant";
import { randomStream } from "@/lib/math/randomStream";
import { type Hedge, hedgePairs, pairCount } from "./bestHedge";
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
const dollarsOf = ({ parts }: Hedge) => parts.reduce((sum, { dollars }) => sum + dollars, 0);
const free = { id: "against", changePerDollar: against, costPerDollar: 0 };

describe("best hedge", () => {
  test("default: the amount of the minimum variance, which is that of the ES where all is normal", () => {
    const found = bestHedge({ changes, candidates: [free], confidence: 0.95, budget: 50_000 });
    if (!found.ok) throw new Error(found.reason);
    // Least variance of 1000·m + a·(−0.1·m + 0.05·e): a = 1000·0.1/(0.01 + 0.0025).
    expect(dollarsOf(found.hedge) / 8_000).toBeCloseTo(1, 1);
    expect(found.hedge.before / ES).toBeCloseTo(1, 12);
    const hedged = changes.map((change, index) => change + dollarsOf(found.hedge) * (against[index] ?? NaN));
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
    expect(found.hedge.cost).toBeCloseTo(0.01 * dollarsOf(found.hedge), 9);
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
    expect(found.hedge.parts).toEqual([{ id: "against", dollars: 3_000 }]);
    const alone = found.others.filter(({ parts }) => parts.length === 1);
    expect(alone.map(({ parts }) => parts[0]?.id)).toEqual(["dear", "small"]);
    expect(alone[1]?.parts[0]?.dollars).toBe(100);
    for (const { parts } of found.others)
      for (const { id, dollars } of parts) expect(dollars).toBeLessThanOrEqual(id === "small" ? 100 : 3_000);
  });

  test("behavior: two whose noise is their own do better together, by hand at equal halves", () => {
    const { normal: other } = randomStream({ seed: 18 });
    const second = market.map((move) => -0.1 * move + 0.05 * other());
    const found = bestHedge({
      ...{ changes, confidence: 0.95, budget: 50_000 },
      candidates: [free, { id: "second", changePerDollar: second, costPerDollar: 0 }],
    });
    if (!found.ok) throw new Error(found.reason);
    const [a, b] = found.hedge.parts;
    expect(found.hedge.parts.map(({ id }) => id).toSorted()).toEqual(["against", "second"]);
    expect(a?.dollars).toBe(b?.dollars);
    // Half in each has half the variance of noise: least variance 1000²·v/(0.01 + v) with v = 0.00125.
    expect(found.hedge.after / ES).toBeCloseTo(Math.sqrt(0.00125 / 0.01125), 1);
    expect(dollarsOf(found.hedge) / (100 / 0.01125)).toBeCloseTo(1, 1);
  });

  test("behavior: one vault comes before two that are hardly better", () => {
    const twin = { ...free, id: "twin", costPerDollar: 1e-9 };
    const found = bestHedge({ changes, candidates: [free, twin], confidence: 0.95, budget: 50_000 });
    expect(found.ok && found.hedge.parts.map(({ id }) => id)).toEqual(["against"]);
    expect(found.ok && found.others).toHaveLength(2);
  });

  test("behavior: of many vaults the eight that do best alone are paired", () => {
    const many = Array.from({ length: 10 }, (_, index) => ({ ...free, id: String(index) }));
    const alone = many.map(({ id }, index) => ({ parts: [{ id, dollars: 1 }], cost: 0, before: 9, after: -index }));
    const pairs = hedgePairs(many, alone);
    expect(pairs).toHaveLength(pairCount(many.length));
    expect(pairs.flat().every(({ id }) => Number(id) >= 2)).toBe(true);
    expect([0, 1, 2].map(pairCount)).toEqual([0, 0, 1]);
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
