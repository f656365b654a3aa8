import fc from "fast-check";
import type { Act } from "./activityFixture";

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
export const acts: fc.Arbitrary<readonly Act[]> = fc.array(act, { maxLength: 30 });
