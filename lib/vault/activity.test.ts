import fc from "fast-check";
import { expect, it } from "vitest";
import { type Act, lived } from "./activityFixture";
import { hasActivityGap } from "./hasActivityGap";
import { requestLives } from "./requestLives";
import { RISING, resultOf } from "./resultFixture";

const amount = fc.bigInt({ min: 1n, max: 10n ** 13n });
const count = fc.bigInt({ min: 1n, max: 10n ** 25n });
const perMille = fc.bigInt({ min: 1n, max: 1000n });
const price = fc.bigInt({ min: 10n ** 16n, max: 10n ** 19n });

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant("deposit" as const), amount }),
  fc.record({ kind: fc.constantFrom("withdraw" as const, "receive" as const, "send" as const), amount: count }),
  fc.record({
    kind: fc.constantFrom(
      "cancelDeposit" as const,
      "cancelRedeem" as const,
      "takeAssets" as const,
      "takeShares" as const,
    ),
  }),
  fc.record({ kind: fc.constantFrom("claimShares" as const, "claimAssets" as const), perMille }),
  fc.record({
    kind: fc.constant("execute" as const),
    price,
    others: fc.bigInt({ min: 0n, max: 10n ** 13n }),
    room: fc.bigInt({ min: 0n, max: 2n * 10n ** 13n }),
  }),
);

/** Anything an address may do in a vault, in any order. */
const acts: fc.Arbitrary<readonly Act[]> = fc.array(act, { maxLength: 30 });

it("behavior: whatever is done, pending + claimable + claimed + refundable + returned is what was asked for, and the vault's own sums", () => {
  fc.assert(
    fc.property(acts, (played) => {
      const { events, state } = lived(played);
      const { lives, isExplained } = requestLives(events, 6);
      expect(isExplained).toBe(true);
      for (const life of lives) {
        const { amount, pending, claimable, claimed, refundable, returned } = life;
        expect(pending + claimable + claimed + refundable + returned).toBe(amount);
      }
      expect(hasActivityGap(events, state)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

it("behavior: whatever is done, the results add up to value now + out − in, and no cost is lost", () => {
  fc.assert(
    fc.property(acts, (played) => {
      const { basis, result, now } = resultOf(played, RISING);
      const { inAssets, outAssets, realisedAssets } = basis;
      expect(result.resultAssets).toBe(now.valueAssets + outAssets - inAssets);
      expect(realisedAssets + result.unrealisedAssets).toBe(result.resultAssets);
      const usd = result.valueUsd + basis.outUsd - basis.inUsd;
      const size = Math.abs(result.valueUsd) + basis.outUsd + basis.inUsd + 1;
      expect(Math.abs(result.resultUsd - usd) / size).toBeLessThan(1e-12);
      expect(basis.costAssets).toBe(inAssets - (outAssets - realisedAssets));
      expect(basis.costAssets).toBeGreaterThanOrEqual(0n);
    }),
    { numRuns: 300 },
  );
});
