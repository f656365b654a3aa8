import fc from "fast-check";
import { getAddress, keccak256, stringToHex } from "viem";
import { describe, expect, it } from "vitest";
import type { SharedPlan } from "@/lib/transaction/SharedPlan";
import { serialiseSharedPlan } from "@/lib/transaction/sharedPlanText";
import type { Address, Hex } from "@/lib/vault/Token";
import { planDigest } from "./planDigest";
import { readReviewFragment, reviewFragment } from "./reviewFragment";

const ACCOUNT = getAddress("0x52908400098527886e0f7030069857d2e4169ee7");
const PLAN: SharedPlan = {
  chainId: 1,
  account: ACCOUNT,
  calls: [{ to: getAddress(`0x${"d1".repeat(20)}`), value: 3n, calldata: "0x095ea7b3aa" }],
  safeNonce: 12n,
};
const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Buffer.from(array).toString("hex"));
const address = bytes(20).map((digits): Address => getAddress(`0x${digits}`));
const plans: fc.Arbitrary<SharedPlan> = fc.record({
  chainId: fc.integer({ min: 1, max: 2 ** 53 - 1 }),
  account: address,
  calls: fc.array(
    fc.record({
      to: address,
      value: fc.bigInt(0n, 2n ** 256n - 1n),
      calldata: fc.uint8Array({ maxLength: 60 }).map((array): Hex => `0x${Buffer.from(array).toString("hex")}`),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  safeNonce: fc.option(fc.bigInt(0n, 2n ** 64n), { nil: null }),
});
/** A link that somebody made by other means, with a mark that fits. */
function forged(plain: unknown): string {
  const text = Buffer.from(JSON.stringify(plain)).toString("base64url");
  return `1.${text}.${keccak256(stringToHex(text)).slice(2, 10)}`;
}
const plain = (change: object = {}) => ({
  chain: 1,
  from: ACCOUNT,
  calls: [[PLAN.calls[0]?.to, "3", "0x095ea7b3aa"]],
  nonce: "12",
  ...change,
});

describe("reviewFragment", () => {
  it("default: what was put in comes out, with or without the sharp", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const fragment = reviewFragment(plan);
        expect(readReviewFragment(fragment)).toEqual({ ok: true, plan });
        expect(readReviewFragment(`#${fragment}`)).toEqual({ ok: true, plan });
      }),
      { numRuns: 50 },
    );
  });

  it("behavior: one plan has one link, however its addresses and bytes were spelled", () => {
    const loud = { ...PLAN, account: PLAN.account.toLowerCase() as Address, calls: PLAN.calls };
    expect(reviewFragment(loud)).toBe(reviewFragment(PLAN));
    expect(reviewFragment(PLAN)).toBe(forged(plain()));
  });

  it("error: a letter that changed on the way, anywhere, is noticed", () => {
    const fragment = reviewFragment(PLAN);
    for (let index = 2; index < fragment.length; index += 1) {
      const other = fragment[index] === "A" ? "B" : "A";
      expect(readReviewFragment(fragment.slice(0, index) + other + fragment.slice(index + 1)).ok, `${index}`).toBe(
        false,
      );
      expect(readReviewFragment(fragment.slice(0, index)).ok, `cut at ${index}`).toBe(false);
    }
  });

  it("error: each kind of foreign text has its own reason", () => {
    expect(readReviewFragment("")).toEqual({ ok: false, reason: "empty" });
    expect(readReviewFragment("#")).toEqual({ ok: false, reason: "empty" });
    expect(readReviewFragment(`2.${serialiseSharedPlan(PLAN)}.00000000`)).toEqual({
      ok: false,
      reason: "otherVersion",
    });
    expect(readReviewFragment("top")).toEqual({ ok: false, reason: "damaged" });
    expect(readReviewFragment(`1.${"A".repeat(40_000)}.00000000`)).toEqual({ ok: false, reason: "tooLong" });
    const wrongCase = ACCOUNT.replace("B", "b").replace("E", "e");
    expect(wrongCase).not.toBe(ACCOUNT);
    expect(readReviewFragment(forged(plain({ from: wrongCase })))).toEqual({ ok: false, reason: "badChecksum" });
  });

  it("error: nothing else may ride along", () => {
    expect(readReviewFragment(forged(plain())).ok).toBe(true);
    for (const change of [{ note: "all good" }, { __proto__: null, name: "ETH Put Income" }, { nonce: "012" }]) {
      expect(readReviewFragment(forged(plain(change)))).toEqual({ ok: false, reason: "damaged" });
    }
  });

  it("error: no text throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.json().map((json) => forged(json)),
        ),
        (text) => {
          expect(readReviewFragment(text).ok).toBe(false);
        },
      ),
    );
  });
});

describe("planDigest", () => {
  it("default: every part of every call counts, a Safe's number does not", () => {
    const [call] = PLAN.calls;
    if (call === undefined) throw new TypeError("no call");
    const others: readonly SharedPlan[] = [
      { ...PLAN, chainId: 2 },
      { ...PLAN, account: call.to },
      { ...PLAN, calls: [{ ...call, to: ACCOUNT }] },
      { ...PLAN, calls: [{ ...call, value: 4n }] },
      { ...PLAN, calls: [{ ...call, calldata: "0x095ea7b3ab" }] },
      { ...PLAN, calls: [call, call] },
    ];
    expect(new Set([PLAN, ...others].map(planDigest)).size).toBe(others.length + 1);
    expect(planDigest({ ...PLAN, safeNonce: null })).toBe(planDigest(PLAN));
  });
});
