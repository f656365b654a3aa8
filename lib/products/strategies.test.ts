import { expect, test } from "vitest";
import type { Leg } from "./Leg";
import { recogniseStrategy, STRATEGIES, type StrategyId } from "./strategies";

function legsOf(id: StrategyId): Leg[] {
  let strike = 3000;
  return STRATEGIES[id].legs.map((leg, index) => {
    if (index > 0 && !leg.sameStrike) strike += 100;
    return { isPut: leg.isPut, side: leg.side, strike, quantity: 0.5 };
  });
}

const ids = Object.keys(STRATEGIES) as StrategyId[];

test.each(ids)("default: %s is recognised, in any order of its legs", (id) => {
  const { deposit } = STRATEGIES[id];
  expect(recogniseStrategy({ deposit, legs: legsOf(id) })).toBe(id);
  expect(recogniseStrategy({ deposit, legs: legsOf(id).reverse() })).toBe(id);
});

test("default: the three vaults by name", () => {
  expect([STRATEGIES.coveredCall.name, STRATEGIES.cashSecuredPut.name, STRATEGIES.ironCondor.name]).toEqual([
    "Covered call",
    "Cash-secured put",
    "Iron condor",
  ]);
});

test("behavior: unequal quantities, another deposit or another leg is no known shape", () => {
  const legs = legsOf("ironCondor");
  const uneven = legs.map((leg, index) => (index === 0 ? { ...leg, quantity: 1 } : leg));
  expect(recogniseStrategy({ deposit: "quote", legs: uneven })).toBeUndefined();
  expect(recogniseStrategy({ deposit: "underlying", legs })).toBeUndefined();
  expect(recogniseStrategy({ deposit: "quote", legs: legs.slice(0, 3) })).toBeUndefined();
  expect(recogniseStrategy({ deposit: "quote", legs: [] })).toBeUndefined();
});

test("behavior: two strikes that meet make a butterfly or a straddle of what was a condor or a strangle", () => {
  const condor = legsOf("ironCondor").map((leg, index) => (index === 2 ? { ...leg, strike: 3100 } : leg));
  expect(recogniseStrategy({ deposit: "quote", legs: condor })).toBe("ironButterfly");
  const strangle = legsOf("shortStrangle").map((leg) => ({ ...leg, strike: 3000 }));
  expect(recogniseStrategy({ deposit: "quote", legs: strangle })).toBe("shortStraddle");
});
