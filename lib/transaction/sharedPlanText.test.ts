import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Address, Hex } from "@/lib/vault/Token";
import type { SharedPlan } from "./SharedPlan";
import { parseSharedPlan, serialiseSharedPlan } from "./sharedPlanText";

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Buffer.from(array).toString("hex"));
const address = bytes(20).map((digits): Address => `0x${digits}`);
const call = fc.record({
  to: address,
  value: fc.bigInt(0n, 2n ** 256n - 1n),
  calldata: fc.uint8Array({ maxLength: 80 }).map((array): Hex => `0x${Buffer.from(array).toString("hex")}`),
});
const plan: fc.Arbitrary<SharedPlan> = fc.record({
  chainId: fc.integer({ min: 1, max: 2 ** 53 - 1 }),
  account: address,
  calls: fc.array(call, { minLength: 1, maxLength: 20 }),
  safeNonce: fc.option(fc.bigInt(0n, 2n ** 256n - 1n), { nil: null }),
});
const textOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("sharedPlanText", () => {
  it("default: every plan comes back to the last digit, in letters that an address may hold", () => {
    fc.assert(
      fc.property(plan, (one) => {
        const text = serialiseSharedPlan(one);
        expect(text).toMatch(/^[\w-]+$/);
        expect(parseSharedPlan(text)).toEqual({ ok: true, plan: one });
      }),
    );
  });

  it("error: no text throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.json().map(textOf), fc.base64String()), (text) => {
        expect(parseSharedPlan(text).ok).toBe(false);
      }),
    );
  });

  it.each([
    ["no call", { calls: [] }],
    ["too many calls", { calls: Array.from({ length: 21 }, () => [`0x${"11".repeat(20)}`, "0", "0x"]) }],
    ["a call that lacks its bytes", { calls: [[`0x${"11".repeat(20)}`, "0"]] }],
    ["half a byte", { calls: [[`0x${"11".repeat(20)}`, "0", "0x123"]] }],
    ["a target that is too short", { calls: [["0x11", "0", "0x"]] }],
    ["a number as a number", { calls: [[`0x${"11".repeat(20)}`, 1, "0x"]] }],
    ["a value beyond a word", { calls: [[`0x${"11".repeat(20)}`, (2n ** 256n).toString(), "0x"]] }],
    ["a negative value", { calls: [[`0x${"11".repeat(20)}`, "-1", "0x"]] }],
    ["a value in another spelling", { calls: [[`0x${"11".repeat(20)}`, "007", "0x"]] }],
    ["a chain in quotes", { chain: "1" }],
    ["half a chain", { chain: 1.5 }],
    ["no account", { from: null }],
    ["a name for an account", { from: "vitalik.eth" }],
    ["a number of the Safe that is none", { nonce: "next" }],
  ])("error: %s", (_name, change) => {
    const whole = { chain: 1, from: `0x${"22".repeat(20)}`, calls: [[`0x${"11".repeat(20)}`, "0", "0x"]] };
    expect(parseSharedPlan(textOf(whole)).ok).toBe(true);
    expect(parseSharedPlan(textOf({ ...whole, ...change }))).toEqual({ ok: false, reason: "damaged" });
  });

  it("error: a text too long for a link is not looked into", () => {
    expect(parseSharedPlan("A".repeat(32_769))).toEqual({ ok: false, reason: "tooLong" });
  });
});
