import fc from "fast-check";
import { expect, test } from "vitest";
import { cappedFees, raisedFees } from "./raisedFees";

const fees = (maxFeePerGas: bigint, maxPriorityFeePerGas: bigint) => ({ maxFeePerGas, maxPriorityFeePerGas });

test("default: an eighth more than before, rounded up", () => {
  expect(raisedFees(fees(800n, 80n), fees(1n, 1n), 10_000n)).toEqual(fees(901n, 91n));
});

test("default: no less than what the node names now", () => {
  expect(raisedFees(fees(800n, 80n), fees(5_000n, 7n), 10_000n)).toEqual(fees(5_000n, 91n));
});

test("error: above the most that may be paid there is none", () => {
  expect(raisedFees(fees(800n, 80n), fees(1n, 1n), 900n)).toBeNull();
  expect(raisedFees(fees(800n, 80n), fees(1n, 1n), 901n)).not.toBeNull();
});

test("behavior: each fee rises by more than the tenth that nodes ask for", () => {
  const fee = fc.bigInt({ min: 0n, max: 10n ** 15n });
  fc.assert(
    fc.property(fee, fee, fee, (before, tip, now) => {
      const next = raisedFees(fees(before, tip), fees(now, now), 10n ** 18n);
      expect(next).not.toBeNull();
      if (next === null) return;
      expect(next.maxFeePerGas * 10n > before * 11n).toBe(true);
      expect(next.maxPriorityFeePerGas * 10n > tip * 11n).toBe(true);
    }),
  );
});

test("behavior: what a node names counts up to the most that may be paid", () => {
  expect(cappedFees(fees(2_400n, 90n), 50n)).toEqual(fees(50n, 50n));
  expect(cappedFees(fees(40n, 2n), 50n)).toEqual(fees(40n, 2n));
});
