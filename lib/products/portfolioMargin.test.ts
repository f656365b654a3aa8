import fc from "fast-check";
import { describe, expect, test } from "vitest";
import vectors from "@/contracts/test/vectors/portfolioMargin.json";
import { bps } from "@/lib/units/Bps";
import { price8 } from "@/lib/units/Price8";
import { wad } from "@/lib/units/Wad";
import { requiredCollateral } from "./margin";
import { type ExactLeg, netPayoffDown, type SettlementUnit } from "./payoffExact";
import { portfolioRequirement, type Scenario, scenarioRange } from "./portfolioMargin";

const ONE = 10n ** 18n;
const DOLLAR = 10n ** 8n;
const leg = (isPut: boolean, strike: bigint, size: bigint): ExactLeg => ({
  isPut,
  strike: price8(strike * DOLLAR),
  size: wad(size),
});
const inQuote: SettlementUnit = { inUnderlying: false, decimals: 6 };
const inCoin: SettlementUnit = { inUnderlying: true, decimals: 18 };
const scenario: Scenario = {
  spot: price8(2000n * DOLLAR),
  downBps: bps(3_000n),
  upBps: bps(5_000n),
  floorBps: bps(1_000n),
};

describe("portfolio requirement", () => {
  test("default: the loss at the worst price of the range, the floor, a unit a leg", () => {
    const where = { unit: inQuote, scenario };
    expect(portfolioRequirement([leg(true, 1800n, -ONE)], where)).toBe(400_000_000n + 200_000_000n + 1n);
    expect(portfolioRequirement([leg(false, 2200n, -ONE)], where)).toBe(800_000_000n + 200_000_000n + 1n);
    const strangle = [leg(true, 1800n, -ONE), leg(false, 2200n, -ONE)];
    expect(portfolioRequirement(strangle, where)).toBe(800_000_000n + 400_000_000n + 2n);
    expect(portfolioRequirement([leg(false, 2200n, -ONE)], { unit: inCoin, scenario })).toBe(
      (8n * ONE) / 30n + 1n + ONE / 10n + 1n,
    );
  });

  test("behavior: never more than full mode asks, and nothing of who is short nothing", () => {
    const where = { unit: inQuote, scenario };
    expect(portfolioRequirement([leg(true, 1800n, -ONE), leg(true, 1750n, ONE)], where)).toBe(50_000_000n + 2n);
    expect(portfolioRequirement([leg(true, 1800n, ONE)], where)).toBe(0n);
    expect(portfolioRequirement([], where)).toBe(0n);
  });

  test("behavior: the range is rounded outward and never reaches zero", () => {
    expect(scenarioRange({ spot: price8(3n), downBps: bps(5_000n), upBps: bps(5_000n), floorBps: bps(1n) })).toEqual({
      low: 1n,
      high: 5n,
    });
  });

  test("behavior: the committed vectors for Solidity are this function's answers", () => {
    const at = (column: readonly string[], index: number) => BigInt(column[index] ?? "");
    expect(vectors.required.length).toBeGreaterThan(400);
    vectors.required.forEach((required, row) => {
      const first = Number(vectors.firstLeg[row]);
      const legs = Array.from({ length: Number(vectors.legCount[row]) }, (_, index) => ({
        isPut: vectors.legIsPut[first + index] === "1",
        strike: price8(at(vectors.legStrike, first + index)),
        size: wad(at(vectors.legSize, first + index)),
      }));
      const unit = { inUnderlying: vectors.inUnderlying[row] === "1", decimals: Number(vectors.decimals[row]) };
      const stated = {
        spot: price8(at(vectors.spot, row)),
        downBps: bps(at(vectors.downBps, row)),
        upBps: bps(at(vectors.upBps, row)),
        floorBps: bps(at(vectors.floorBps, row)),
      };
      expect(String(portfolioRequirement(legs, { unit, scenario: stated }))).toBe(required);
    });
  });
});

const anyLeg = fc.record({
  isPut: fc.boolean(),
  strike: fc.bigInt({ min: 1n, max: 10_000n * DOLLAR }).map(price8),
  size: fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n }).map(wad),
});
const portfolio = fc.array(anyLeg, { minLength: 1, maxLength: 8 });
const anyUnit = fc.record({ inUnderlying: fc.boolean(), decimals: fc.constantFrom(6, 8, 18) });
const anyScenario = fc.record({
  spot: fc.bigInt({ min: DOLLAR, max: 10_000n * DOLLAR }).map(price8),
  downBps: fc.bigInt({ min: 1n, max: 9_900n }).map(bps),
  upBps: fc.bigInt({ min: 1n, max: 50_000n }).map(bps),
  floorBps: fc.bigInt({ min: 1n, max: 10_000n }).map(bps),
});

describe("any portfolio", () => {
  test("behavior: what is asked pays what each leg rounds to, at every price of the range", () => {
    fc.assert(
      fc.property(
        portfolio,
        anyUnit,
        anyScenario,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (legs, unit, where, u) => {
          const { low, high } = scenarioRange(where);
          const price = price8(low + ((high - low) * BigInt(Math.floor(u * 2 ** 52))) / 2n ** 52n);
          const required = portfolioRequirement(legs, { unit, scenario: where });
          const legwise = legs.reduce((sum, one) => sum + netPayoffDown([one], price, unit), 0n);
          if (legs.every((one) => one.size >= 0n)) expect(required).toBe(0n);
          else expect(required + legwise >= 0n).toBe(true);
        },
      ),
    );
  });

  test("behavior: a fifth less of every leg asks for a fifth less, but for roundings", () => {
    fc.assert(
      fc.property(portfolio, anyUnit, anyScenario, (legs, unit, where) => {
        const whole = portfolioRequirement(legs, { unit, scenario: where });
        const rest = legs.map((one) => ({ ...one, size: wad(one.size - floorDivide(one.size, 5n)) }));
        const asked = portfolioRequirement(rest, { unit, scenario: where });
        const units = BigInt(legs.length);
        expect(asked * 5n <= (whole - units) * 4n + (units + 2n) * 5n || whole === 0n).toBe(true);
      }),
    );
  });

  test("behavior: full mode's worst case and its units leave no shortfall at any price at all", () => {
    fc.assert(
      fc.property(portfolio, anyUnit, fc.bigInt({ min: 1n, max: 2n ** 60n }), (legs, unit, price) => {
        const full = requiredCollateral(legs, unit);
        if (!full.ok) return;
        const legwise = legs.reduce((sum, one) => sum + netPayoffDown([one], price8(price), unit), 0n);
        expect(full.required + BigInt(legs.length) + legwise >= 0n).toBe(true);
      }),
    );
  });
});

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n ? quotient - 1n : quotient;
}
