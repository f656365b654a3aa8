import { describe, expect, test } from "vitest";
import type { Address } from "@/lib/vault/Token";
import { ALLOWED_CALLS, ENDING_CALLS } from "./allowedCalls";
import { checkPolicy } from "./checkPolicy";
import { checkSharedCalls } from "./checkSharedCalls";
import type { Ending, Intent } from "./Intent";
import {
  approveStep,
  callOf,
  DEPOSIT,
  depositPlan,
  POLICY,
  ROUTER,
  SECOND_VAULT,
  STRANGER,
  USDC,
  VAULT,
} from "./planFixture";
import { deserialiseTransaction, serialiseTransaction } from "./storedTransaction";
import type { Step } from "./TransactionPlan";

const SETTLE = "0xb6b385f7";
const CLOSE = "0x7907ce96";

const settling: Ending = { kind: "endEpoch", vault: { address: VAULT, name: "ETH put vault" }, by: "settleEpoch" };
const closing: Ending = { ...settling, by: "closeEmptyEpoch" };

const call = (to: Address, selector: typeof SETTLE | typeof CLOSE, words: readonly bigint[] = []) =>
  callOf({ to, selector, words });

function planOf(intent: Intent, act: ReturnType<typeof call>, before: readonly Step[] = []) {
  const steps: readonly Step[] = [...before, { kind: "act", call: act }];
  return depositPlan({ intent, steps, expectedMovements: [], allowanceLeft: [] });
}

const kinds = (intent: Intent, act: ReturnType<typeof call>, before: readonly Step[] = []) =>
  checkPolicy(planOf(intent, act, before), POLICY).map(({ kind }) => kind);

describe("an epoch is ended for everybody", () => {
  test("default: settled or closed, in the vault that is named; kept and read back; shared too", () => {
    expect(kinds(settling, call(VAULT, SETTLE))).toEqual([]);
    expect(kinds(closing, call(VAULT, CLOSE))).toEqual([]);
    const state = {
      status: "simulating",
      plan: planOf(closing, call(VAULT, CLOSE)),
      finished: [],
      nonce: null,
    } as const;
    expect(deserialiseTransaction(serialiseTransaction(state))).toEqual({ ok: true, state });
    expect(checkSharedCalls([call(VAULT, SETTLE)], POLICY).flatMap(({ violations }) => violations)).toEqual([]);
  });

  test("error: another vault, another function, words behind it, another target, coins, or an approval before it", () => {
    expect(kinds(settling, call(SECOND_VAULT, SETTLE))).toEqual(["malformedCalldata"]);
    expect(kinds(settling, call(VAULT, CLOSE))).toEqual(["malformedCalldata"]);
    expect(kinds(settling, call(VAULT, SETTLE, [1n]))).toEqual(["malformedCalldata"]);
    expect(kinds(settling, call(STRANGER, SETTLE))).toEqual(["unknownTarget"]);
    expect(kinds(settling, call(ROUTER, SETTLE))).toEqual(["unknownFunction"]);
    expect(kinds(settling, call(USDC.address, SETTLE))).toEqual(["unknownFunction"]);
    expect(kinds(settling, { ...call(VAULT, SETTLE), value: 1n })).toEqual(["unexpectedValue"]);
    expect(kinds(settling, call(VAULT, SETTLE), [approveStep({ amount: 5n })])).not.toEqual([]);
  });

  test("error: no other plan may carry it, and it may carry nothing else", () => {
    expect(kinds(DEPOSIT, call(VAULT, SETTLE))).toContain("unknownFunction");
    const cancelling = callOf({ to: VAULT, selector: "0xaa835ff0", words: [POLICY.account, POLICY.account] });
    expect(kinds(settling, cancelling)).toEqual(["unknownFunction"]);
    expect(ENDING_CALLS.every(({ headWords, rules }) => headWords === 0 && rules.length === 0)).toBe(true);
    expect(ALLOWED_CALLS.some(({ selector }) => selector === SETTLE || selector === CLOSE)).toBe(false);
  });
});
