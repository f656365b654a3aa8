import fc from "fast-check";
import { describe, expect, test } from "vitest";
import marginVectors from "@/contracts/test/vectors/margin.json";
import { price8 } from "@/lib/units/Price8";
import { wad } from "@/lib/units/Wad";
import { MAX_LEGS, requiredCollateral } from "./margin";
import { type ExactLeg, intrinsicExact, netPayoffDown, type SettlementUnit } from "./payoffExact";

const ONE = 10n ** 18n;
const DOLLAR = 10n ** 8n;
const put = (strike: bigint, size: bigint): ExactLeg => ({
  isPut: true,
  strike: price8(strike * DOLLAR),
  size: wad(size),
});
const call = (strike: bigint, size: bigint): ExactLeg => ({
  isPut: false,
  strike: price8(strike * DOLLAR),
  size: wad(size),
});
const inQuote = (decimals: number): SettlementUnit => ({ inUnderlying: false, decimals });
const inUnderlying = (decimals: number): SettlementUnit => ({ inUnderlying: true, decimals });

describe("payoff", () => {
  test("default: in the quote and in the underlying, in token units", () => {
    expect(intrinsicExact(put(3100n, ONE), price8(2900n * DOLLAR))).toBe(200n * DOLLAR);
    expect(intrinsicExact(call(3100n, ONE), price8(2900n * DOLLAR))).toBe(0n);
    expect(netPayoffDown([put(3100n, ONE)], price8(2900n * DOLLAR), inQuote(6))).toBe(200_000_000n);
    expect(netPayoffDown([call(3800n, -ONE)], price8(4000n * DOLLAR), inUnderlying(18))).toBe(-50_000_000_000_000_000n);
  });

  test("behavior: rounded once, against the holder", () => {
    const price = price8(3n * DOLLAR);
    expect(netPayoffDown([call(2n, 1n)], price, inQuote(6))).toBe(0n);
    expect(netPayoffDown([call(2n, -1n)], price, inQuote(6))).toBe(-1n);
    expect(netPayoffDown([call(2n, ONE)], price, inUnderlying(6))).toBe(333_333n);
    expect(netPayoffDown([call(2n, -ONE)], price, inUnderlying(6))).toBe(-333_334n);
    expect(netPayoffDown([call(2n, ONE), call(2n, -ONE)], price, inUnderlying(6))).toBe(0n);
  });

  test("error: settling in the underlying at price 0", () => {
    expect(() => netPayoffDown([call(2n, ONE)], price8(0n), inUnderlying(18))).toThrow("price above 0");
  });
});

describe("required collateral", () => {
  test("default: the three vaults' packages", () => {
    expect(requiredCollateral([call(3800n, -ONE)], inUnderlying(18))).toEqual({ ok: true, required: ONE });
    expect(requiredCollateral([put(3100n, -ONE)], inQuote(6))).toEqual({ ok: true, required: 3_100_000_000n });
    const condor = [put(2900n, ONE), put(3100n, -ONE), call(3750n, -ONE), call(4000n, ONE)];
    expect(requiredCollateral(condor, inQuote(6))).toEqual({ ok: true, required: 250_000_000n });
  });

  test("behavior: holding options asks for nothing, and neither does nothing", () => {
    expect(requiredCollateral([], inQuote(6))).toEqual({ ok: true, required: 0n });
    expect(requiredCollateral([put(1n, ONE), call(1n, ONE)], inUnderlying(8))).toEqual({ ok: true, required: 0n });
  });

  test("behavior: towards price 0 in the underlying the puts' size counts only when their values cancel", () => {
    expect(requiredCollateral([put(50n, 2n * ONE), put(100n, -ONE)], inUnderlying(8))).toEqual({
      ok: true,
      required: 100_000_000n,
    });
    expect(requiredCollateral([put(50n, -2n * ONE), put(100n, ONE)], inUnderlying(8))).toEqual({
      ok: true,
      required: 0n,
    });
  });

  test("error: what no collateral covers", () => {
    expect(requiredCollateral([call(3800n, -ONE)], inQuote(6))).toEqual({ ok: false, reason: "unboundedUpwards" });
    expect(requiredCollateral([put(3800n, -1n)], inUnderlying(18))).toEqual({
      ok: false,
      reason: "unboundedDownwards",
    });
    expect(requiredCollateral([put(50n, ONE), put(100n, -ONE)], inUnderlying(18))).toEqual({
      ok: false,
      reason: "unboundedDownwards",
    });
    const nine = Array.from({ length: MAX_LEGS + 1 }, () => put(1n, ONE));
    expect(requiredCollateral(nine, inQuote(6))).toEqual({ ok: false, reason: "tooManyLegs" });
    expect(requiredCollateral(nine.slice(1), inQuote(6)).ok).toBe(true);
  });

  test("behavior: the committed vectors for Solidity are these functions' answers", () => {
    const status = { "0": undefined, "1": "unboundedUpwards", "2": "unboundedDownwards", "3": "tooManyLegs" } as const;
    expect(marginVectors.status.length).toBeGreaterThan(400);
    marginVectors.status.forEach((code, row) => {
      const first = Number(marginVectors.firstLeg[row]);
      const legs = Array.from({ length: Number(marginVectors.legCount[row]) }, (_, leg) => ({
        isPut: marginVectors.legIsPut[first + leg] === "1",
        strike: price8(BigInt(marginVectors.legStrike[first + leg] ?? "")),
        size: wad(BigInt(marginVectors.legSize[first + leg] ?? "")),
      }));
      const unit = {
        inUnderlying: marginVectors.inUnderlying[row] === "1",
        decimals: Number(marginVectors.decimals[row]),
      };
      const result = requiredCollateral(legs, unit);
      if (result.ok) expect([code, String(result.required)]).toEqual(["0", marginVectors.required[row]]);
      else expect(result.reason).toBe(status[code as keyof typeof status]);
    });
  });
});

const leg = fc.record({
  isPut: fc.boolean(),
  strike: fc.bigInt({ min: 1n, max: 10_000n * DOLLAR }).map(price8),
  size: fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n }).map(wad),
});
const portfolio = fc.array(leg, { minLength: 1, maxLength: MAX_LEGS });
const unit = fc.record({ inUnderlying: fc.boolean(), decimals: fc.constantFrom(6, 8, 18) });

describe("any portfolio", () => {
  test("behavior: the collateral covers the loss at every price, also beside strikes and far out", () => {
    const price = fc.oneof(
      fc.bigInt({ min: 1n, max: 12_000n * DOLLAR }),
      fc.bigInt({ min: 1n, max: 2n ** 90n }),
      fc.constant(1n),
    );
    fc.assert(
      fc.property(portfolio, unit, fc.array(price, { maxLength: 20 }), (legs, settled, prices) => {
        const result = requiredCollateral(legs, settled);
        if (!result.ok) return;
        const beside = legs.flatMap(({ strike }) => [strike - 1n, strike, strike + 1n]).filter((at) => at > 0n);
        for (const at of [...prices, ...beside]) {
          expect(netPayoffDown(legs, price8(at), settled) + result.required >= 0n).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("behavior: it is tight: at some price, or in a limit, all of it is lost", () => {
    fc.assert(
      fc.property(portfolio, unit, (legs, settled) => {
        const result = requiredCollateral(legs, settled);
        if (!result.ok || result.required === 0n) return;
        const far = 10n ** 60n;
        const candidates = [1n, far, ...legs.map(({ strike }) => strike)].map((at) =>
          netPayoffDown(legs, price8(at), settled),
        );
        if (!settled.inUnderlying) candidates.push(netPayoffDown(legs, price8(0n), settled));
        expect(candidates.some((value) => -value >= result.required - 1n)).toBe(true);
        expect(candidates.every((value) => -value <= result.required)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("error: refused is what loses without end", () => {
    fc.assert(
      fc.property(portfolio, unit, (legs, settled) => {
        const result = requiredCollateral(legs, settled);
        if (result.ok) return;
        const towards = settled.inUnderlying ? [1n, 2n] : [10n ** 40n, 10n ** 39n];
        const ends = legs.every(({ strike }) => strike > 2n) || !settled.inUnderlying;
        const [near, further] = towards.map((at) => netPayoffDown(legs, price8(at), { ...settled, decimals: 18 }));
        if (ends && near !== undefined && further !== undefined) expect(near < further).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
