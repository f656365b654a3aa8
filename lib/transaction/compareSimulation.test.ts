import { expect, test } from "vitest";
import { compareSimulation } from "./compareSimulation";
import type { Movement } from "./Movement";
import { ACCOUNT, depositPlan, STRANGER, USDC, VAULT } from "./planFixture";

const expected = depositPlan().expectedMovements;
const move = (changes: Partial<Movement>): Movement => ({
  account: ACCOUNT,
  token: USDC.address,
  symbol: "USDC",
  decimals: 6,
  delta: -1_500_000_000n,
  ...changes,
});
const inVault = move({ account: VAULT, delta: 1_500_000_000n });

test("default: the promise itself, in parts, in other case, with strangers' own affairs", () => {
  expect(compareSimulation(expected, expected, ACCOUNT)).toEqual({ ok: true });
  const halves = [move({ delta: -1_000_000_000n }), move({ delta: -500_000_000n }), inVault];
  expect(compareSimulation(expected, halves, ACCOUNT)).toEqual({ ok: true });
  const upper = [move({ account: `0x${"A1".repeat(20)}` }), inVault, move({ account: STRANGER, delta: 3n })];
  expect(compareSimulation(expected, upper, ACCOUNT)).toEqual({ ok: true });
});

test("error: one unit, a token nobody spoke of, a vault that got less, nothing at all", () => {
  const kinds = (simulated: readonly Movement[]) => {
    const result = compareSimulation(expected, simulated, ACCOUNT);
    return result.ok
      ? []
      : result.differences.map(({ account, symbol, expected, simulated }) => [account, symbol, expected, simulated]);
  };
  expect(kinds([move({ delta: -1_500_000_001n }), inVault])).toEqual([
    [ACCOUNT, "USDC", -1_500_000_000n, -1_500_000_001n],
  ]);
  expect(kinds([move({}), inVault, move({ token: VAULT, symbol: "X", delta: -1n })])).toEqual([
    [ACCOUNT, "X", 0n, -1n],
  ]);
  expect(kinds([move({}), { ...inVault, delta: 1n }])).toEqual([[VAULT, "USDC", 1_500_000_000n, 1n]]);
  expect(kinds([])).toHaveLength(2);
});
