import { describe, expect, it } from "vitest";
import { roundsUntil } from "../timeMachine/roundsUntil";
import { ETHER_MODEL, etherRounds } from "./etherHistory";
import { type PathModel, pricePath } from "./pricePath";

const HOUR = 3_600;
const calm: PathModel = { drift: 0, volatility: 0.5, jumpsPerYear: 0, meanLogJump: 0, jumpDeviation: 0 };
const path = (seed: number, steps: number, model = calm) =>
  pricePath({ seed, start: 100, stepSeconds: HOUR, steps, model });

describe("pricePath", () => {
  it("behavior: the same seed gives the same path, another seed another", () => {
    expect(path(1, 50)).toEqual(path(1, 50));
    expect(path(1, 50)).not.toEqual(path(2, 50));
  });

  it("behavior: a longer path begins with the shorter one", () => {
    expect(path(1, 200, ETHER_MODEL).slice(0, 50)).toEqual(path(1, 50, ETHER_MODEL));
  });

  it("behavior: the steps have the model's volatility and no drift beyond it", () => {
    const prices = path(3, 20_000);
    const moves = prices.slice(1).map((price, index) => Math.log(price / (prices[index] ?? Number.NaN)));
    const variance = moves.reduce((sum, move) => sum + move ** 2, 0) / moves.length;
    // standard error of a volatility from n moves: σ/√(2n) = 0.0025; four of them
    expect(Math.abs(Math.sqrt(variance * 8_760) - 0.5)).toBeLessThan(0.01);
  });

  it("behavior: jumps add their share of variance", () => {
    const jumpy = { ...calm, volatility: 1e-9, jumpsPerYear: 876, jumpDeviation: 0.1 };
    const prices = path(4, 20_000, jumpy);
    const jumps = prices.slice(1).filter((price, index) => Math.abs(Math.log(price / (prices[index] ?? 1))) > 1e-6);
    // a tenth of the steps: 2,000 ± 4·√1800
    expect(Math.abs(jumps.length - 2_000)).toBeLessThan(170);
  });
});

describe("etherRounds", () => {
  const genesis = 1_786_089_600n;
  const until = genesis + 48n * 3_600n;

  it("behavior: parts join without a gap or a repetition", () => {
    const whole = etherRounds({ genesis, from: genesis, until });
    const middle = genesis + 20n * 3_600n + 20n;
    const parts = [
      etherRounds({ genesis, from: genesis, until: middle }),
      etherRounds({ genesis, from: middle, until }),
    ];
    expect(parts.flatMap(({ first }) => first)).toEqual(whole.first);
    expect(parts.flatMap(({ second }) => second)).toEqual(whole.second);
    expect(whole.first).toHaveLength(48);
  });

  it("behavior: the second feed is close to the first, not equal to it", () => {
    const { first, second } = etherRounds({ genesis, from: genesis, until });
    const gaps = first.map(({ answer }, index) => Math.abs(Number(answer) / Number(second[index]?.answer) - 1));
    expect(Math.max(...gaps)).toBeLessThan(0.001);
    expect(Math.max(...gaps)).toBeGreaterThan(0);
  });
});

describe("roundsUntil", () => {
  const expiry = 1_795_766_400n;

  it("behavior: hourly, ascending, the last one proves the expiry", () => {
    const rounds = roundsUntil({ price: 3_400, updatedAt: expiry - 10n * 3_600n }, expiry);
    expect(rounds).toHaveLength(10);
    expect(rounds.at(-2)?.updatedAt).toBe(expiry - 3_600n);
    expect(rounds.at(-1)?.updatedAt).toBe(expiry + 12n);
  });

  it("behavior: a last round within the hour, and one past the expiry", () => {
    expect(roundsUntil({ price: 3_400, updatedAt: expiry - 1n }, expiry).map(({ updatedAt }) => updatedAt)).toEqual([
      expiry + 12n,
    ]);
    expect(roundsUntil({ price: 3_400, updatedAt: expiry }, expiry)).toEqual([]);
  });
});
