import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { WAD } from "@/lib/units/Wad";
import { deepestFall } from "./deepestFall";
import { type EpochStory, livedHistory } from "./historyFixture";
import { compoundedEpochs, feesOf, partsInUsd, realisedReturn } from "./realisedReturn";
import { pastEpoch } from "./vaultFixture";
import { winningEpochsApy } from "./winningEpochsApy";

const percent = (value: bigint) => (WAD * value) / 100n;
const FEES = { managementBps: 100n, performanceBps: 1_000n };

const story: fc.Arbitrary<EpochStory> = fc.record({
  premium: fc.integer({ min: 0, max: 40_000 }),
  payout: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300_000 })),
  surplus: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000 })),
  deposits: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  redeemed: fc.integer({ min: 0, max: 400_000 }),
});
const stories = fc.array(story, { minLength: 1, maxLength: 20 });
/** Growth of the share price per epoch, in percent of the price before. */
const growths = fc.array(fc.bigInt({ min: 60n, max: 140n }), { minLength: 1, maxLength: 15 });

function withGrowths(list: readonly bigint[], isInUnderlying = false) {
  let price: bigint = WAD;
  const epochs = list.map((growth, index) => {
    price = (price * growth) / 100n;
    return pastEpoch(index + 1, price);
  });
  return realisedReturn({ epochs, isInUnderlying });
}

describe("realised return", () => {
  test("default: compounded, the losing epoch in, from the starting price of 1", () => {
    const epochs = [pastEpoch(1, percent(110n)), pastEpoch(2, percent(88n)), pastEpoch(3, percent(99n))];
    const result = realisedReturn({ epochs, isInUnderlying: false });
    expect(result.epochs.map((epoch) => epoch.inAsset)).toEqual([
      expect.closeTo(0.1, 12),
      expect.closeTo(-0.2, 12),
      expect.closeTo(0.125, 12),
    ]);
    expect(result.compounded).toBeCloseTo(-0.01, 12);
    expect(result.compoundedUsd).toBeCloseTo(-0.01, 12);
    expect(result.annualised).toBeCloseTo(0.99 ** (365 / 21) - 1, 12);
    expect([result.losses, result.worst?.number]).toEqual([1, 2]);
    expect(result.drawdown).toBeCloseTo(0.2, 12);
    expect(result.holdingUsd).toBeCloseTo(0.1, 12);
  });

  test("behavior: deposits in the underlying also move with its price, on the way down as well", () => {
    const epochs = [pastEpoch(1, percent(102n)), pastEpoch(2, percent(104n), { settlementPrice: null })];
    const one = realisedReturn({ epochs: epochs.slice(0, 1), isInUnderlying: true });
    expect(one.epochs[0]?.inUsd).toBeCloseTo(1.02 * 1.1 - 1, 12);
    expect(one.compoundedUsd).toBeCloseTo(1.02 * 1.1 - 1, 12);
    // settled at 3,300, opened again at 3,000: the fall between two epochs is one too
    const two = realisedReturn({ epochs: [...epochs, pastEpoch(3, percent(104n))], isInUnderlying: true });
    expect(two.drawdown).toBe(0);
    expect(two.drawdownUsd).toBeCloseTo(1 - 3000 / 3300, 12);
  });

  test("behavior: an epoch that sold nothing takes the next opening's price, and dollars are unknown without one", () => {
    const epochs = [pastEpoch(1, WAD, { settlementPrice: null }), pastEpoch(2, WAD, { settlementPrice: null })];
    const result = realisedReturn({ epochs, isInUnderlying: true });
    expect(result.epochs.map((epoch) => epoch.inUsd)).toEqual([0, null]);
    expect(result).toMatchObject({ compoundedUsd: null, annualisedUsd: null, drawdownUsd: null, holdingUsd: null });
    expect(partsInUsd(result, 18)).toBeNull();
  });

  test("behavior: a history that starts late only takes its first price from the first epoch", () => {
    const epochs = [pastEpoch(7, percent(200n)), pastEpoch(8, percent(150n))];
    const result = realisedReturn({ epochs, isInUnderlying: false });
    expect(result.epochs).toHaveLength(1);
    expect(result.compounded).toBeCloseTo(-0.25, 12);
  });

  test("behavior: without history there is no return and no annual figure", () => {
    const result = realisedReturn({ epochs: [], isInUnderlying: true });
    expect(result).toMatchObject({ epochs: [], compounded: 0, compoundedUsd: 0, annualised: null, worst: null });
    expect(result).toMatchObject({ losses: 0, assigned: 0, drawdown: 0, drawdownUsd: 0, holdingUsd: 0 });
  });

  test("behavior: assigned is paying out, also where the premium was larger", () => {
    const epochs = [pastEpoch(1, WAD), pastEpoch(2, percent(101n), { payout: tokenAmount(4_000n) })];
    const result = realisedReturn({ epochs, isInUnderlying: false });
    expect([result.assigned, result.losses]).toEqual([1, 0]);
  });

  test("behavior: the parts in dollars are those of each epoch at the price of its own settlement", () => {
    const first = pastEpoch(1, WAD, { premium: 10n ** 18n });
    const second = pastEpoch(2, WAD, { premium: 10n ** 18n, settlementPrice: pastEpoch(1, WAD).spotAtOpen });
    const result = realisedReturn({ epochs: [first, second], isInUnderlying: true });
    expect(partsInUsd(result, 18)?.premium).toBeCloseTo(3300 + 3000, 9);
  });
});

describe("properties", () => {
  test("behavior: premium − payout + surplus − fees is the net to the last unit, epoch by epoch and in the sum", () => {
    fc.assert(
      fc.property(stories, (list) => {
        const epochs = livedHistory(list, FEES);
        const { parts, epochs: told } = realisedReturn({ epochs, isInUnderlying: false });
        const left = epochs.map((epoch) => {
          return epoch.premium - epoch.payout + epoch.surplus - epoch.managementFee - epoch.performanceFee;
        });
        expect(told.map((epoch) => epoch.parts.net)).toEqual(left);
        expect(parts.net).toBe(left.reduce((sum, one) => sum + one, 0n));
      }),
      { numRuns: 100 },
    );
  });

  test("behavior: what the parts leave is what the share price did", () => {
    fc.assert(
      fc.property(stories, (list) => {
        const epochs = livedHistory(list, FEES);
        for (const { inAsset, shares } of realisedReturn({ epochs, isInUnderlying: false }).epochs) {
          // virtual shares, one millionth of a whole share, and roundings of one unit
          expect(Math.abs(inAsset - shares.net)).toBeLessThan(1e-9);
          expect(shares.net).toBeCloseTo(shares.premium - shares.payout + shares.surplus - feesOf(shares), 14);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("behavior: the books go on where the parts leave them, to the last unit", () => {
    fc.assert(
      fc.property(fc.array(story, { minLength: 2, maxLength: 10 }), (list) => {
        const epochs = livedHistory(
          list.map((one) => ({ ...one, redeemed: 0 })),
          FEES,
        );
        const { epochs: told } = realisedReturn({ epochs, isInUnderlying: false });
        for (const [index, next] of epochs.entries()) {
          const before = epochs[index - 1];
          const parts = told[index - 1]?.parts;
          if (before === undefined || parts === undefined) continue;
          // fees stay in the vault, as shares of who takes them
          const fees = parts.managementFee + parts.performanceFee;
          expect(next.assetsBefore).toBe(before.assetsBefore + parts.net + fees + (list[index - 1]?.deposits ?? 0n));
        }
      }),
      { numRuns: 50 },
    );
  });

  test("behavior: epochs in any order compound alike", () => {
    fc.assert(
      fc.property(growths, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (list, order) => {
        const shuffled = list
          .map((growth) => ({ growth, at: order.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ growth }) => growth);
        expect(withGrowths(shuffled).compounded).toBeCloseTo(withGrowths(list).compounded, 9);
      }),
    );
  });

  test("behavior: a losing epoch always counts: without it the result is better, and the usual headline the same", () => {
    fc.assert(
      fc.property(growths, fc.bigInt({ min: 40n, max: 99n }), (list, loss) => {
        const { epochs } = withGrowths([...list, loss]);
        const without = epochs.slice(0, -1);
        expect(compoundedEpochs(epochs).compounded).toBeLessThan(compoundedEpochs(without).compounded);
        expect(compoundedEpochs(epochs).losses).toBe(compoundedEpochs(without).losses + 1);
        expect(winningEpochsApy(epochs)).toEqual(winningEpochsApy(without));
      }),
    );
  });

  test("behavior: the deepest fall is at least the worst epoch, in both units, and never more than everything", () => {
    fc.assert(
      fc.property(growths, fc.boolean(), (list, isInUnderlying) => {
        const result = withGrowths(list, isInUnderlying);
        expect(result.drawdown).toBeGreaterThanOrEqual(-(result.worst?.inAsset ?? 0) - 1e-12);
        expect(result.drawdownUsd).toBeGreaterThanOrEqual(-(result.worstUsd?.inUsd ?? 0) - 1e-12);
        expect(result.drawdown).toBeGreaterThanOrEqual(0);
        expect(result.drawdown).toBeLessThan(1);
      }),
    );
  });

  test("behavior: fees only take", () => {
    fc.assert(
      fc.property(stories, (list) => {
        const { compounded, compoundedBeforeFees } = realisedReturn({
          epochs: livedHistory(list, FEES),
          isInUnderlying: false,
        });
        expect(compoundedBeforeFees).toBeGreaterThan(compounded);
      }),
      { numRuns: 50 },
    );
  });
});

describe("deepest fall", () => {
  test("default: from the highest level before", () => {
    expect(deepestFall([100, 120, 90, 130, 104])).toBeCloseTo(0.25, 12);
  });

  test("behavior: nothing, one level and a rise never fell", () => {
    expect([deepestFall([]), deepestFall([5]), deepestFall([1, 2, 3])]).toEqual([0, 0, 0]);
  });
});

describe("usual headline", () => {
  test("default: the mean of the winning weeks, each compounded for a year", () => {
    const { epochs } = withGrowths([101n, 98n, 102n]);
    const expected = (1.01 ** (365 / 7) + 1.02 ** (365 / 7)) / 2 - 1;
    expect(winningEpochsApy(epochs)).toEqual({ apy: expect.closeTo(expected, 12), winners: 2 });
  });

  test("error: where nothing won there is nothing to show", () => {
    expect(winningEpochsApy(withGrowths([99n, 100n]).epochs)).toBeNull();
  });
});
