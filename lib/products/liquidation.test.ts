import fc from "fast-check";
import { describe, expect, test } from "vitest";
import vectors from "@/contracts/test/vectors/slices.json";
import { bps } from "@/lib/units/Bps";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { wad } from "@/lib/units/Wad";
import { liquidationFactor, slicePayment, takenBySlice } from "./liquidation";

const pace = { startFactorBps: bps(5_000n), maxFactorBps: bps(15_000n), riseSeconds: 3_600n };
const slice = {
  collateral: tokenAmount(6_000_000_000n),
  maintenance: tokenAmount(6_750_000_000n),
  fund: tokenAmount(1_000_000_000n),
  sliceBps: bps(2_000n),
  factorBps: bps(7_500n),
};

describe("liquidation factor", () => {
  test("default", () => {
    expect([0n, 1_800n, 3_600n, 5_400n, 7_200n, 86_400n].map((elapsed) => liquidationFactor(pace, elapsed))).toEqual([
      5_000n,
      7_500n,
      10_000n,
      12_500n,
      15_000n,
      15_000n,
    ]);
  });
});

describe("slice", () => {
  test("default: below the whole only the account gives, its part less four units", () => {
    expect(slicePayment(slice)).toEqual({ fromAccount: 900_000_000n - 4n, fromFund: 0n });
    expect(slicePayment({ ...slice, collateral: tokenAmount(10n) })).toEqual({ fromAccount: 0n, fromFund: 0n });
  });

  test("behavior: beyond the whole the fund gives, at most up to the maintenance margin and what it has", () => {
    expect(slicePayment({ ...slice, factorBps: bps(10_500n) })).toEqual({
      fromAccount: 1_200_000_000n - 4n,
      fromFund: 67_500_000n,
    });
    expect(slicePayment({ ...slice, factorBps: bps(15_000n) }).fromFund).toBe(150_000_000n);
    expect(slicePayment({ ...slice, factorBps: bps(15_000n), fund: tokenAmount(7n) }).fromFund).toBe(7n);
  });

  test("behavior: shorts are taken rounded up, longs down", () => {
    expect(takenBySlice(wad(-1n), bps(2_000n))).toBe(-1n);
    expect(takenBySlice(wad(4n), bps(2_000n))).toBe(0n);
    expect(takenBySlice(wad(-10n), bps(2_000n))).toBe(-2n);
    expect(takenBySlice(wad(10n), bps(2_000n))).toBe(2n);
  });

  test("behavior: what stays is never less than the same part of the collateral", () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 30n }).map(tokenAmount);
    const part = fc.bigInt({ min: 1n, max: 2_000n }).map(bps);
    const factor = fc.bigInt({ min: 1n, max: 20_000n }).map(bps);
    fc.assert(
      fc.property(amount, amount, amount, part, factor, (collateral, maintenance, fund, sliceBps, factorBps) => {
        const { fromAccount, fromFund } = slicePayment({ collateral, maintenance, fund, sliceBps, factorBps });
        expect(fromAccount * 10_000n <= collateral * sliceBps).toBe(true);
        expect(fromFund <= fund).toBe(true);
        if (collateral <= maintenance) {
          expect((fromAccount + fromFund) * 10_000n <= maintenance * sliceBps).toBe(true);
        }
      }),
    );
  });

  test("behavior: the committed vectors for Solidity are these functions' answers", () => {
    const at = (column: readonly string[], index: number) => BigInt(column[index] ?? "");
    expect(vectors.taken.length).toBeGreaterThan(400);
    vectors.taken.forEach((taken, row) => {
      const stated = {
        startFactorBps: bps(at(vectors.startFactorBps, row)),
        maxFactorBps: bps(at(vectors.maxFactorBps, row)),
        riseSeconds: at(vectors.riseSeconds, row),
      };
      const factorBps = liquidationFactor(stated, at(vectors.elapsed, row));
      expect(String(factorBps)).toBe(vectors.factorBps[row]);
      const sliceBps = bps(at(vectors.sliceBps, row));
      const payment = slicePayment({
        collateral: tokenAmount(at(vectors.collateral, row)),
        maintenance: tokenAmount(at(vectors.maintenance, row)),
        fund: tokenAmount(at(vectors.fund, row)),
        sliceBps,
        factorBps,
      });
      expect([String(payment.fromAccount), String(payment.fromFund)]).toEqual([
        vectors.fromAccount[row],
        vectors.fromFund[row],
      ]);
      expect(String(takenBySlice(wad(at(vectors.size, row)), sliceBps))).toBe(taken);
    });
  });
});
