import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Address, Hex } from "@/lib/vault/Token";
import { ALLOWED_CALLS, REVOKING_CALLS } from "./allowedCalls";
import type { Call } from "./Call";
import { checkPolicy } from "./checkPolicy";
import type { Intent, Revocation } from "./Intent";
import {
  approveStep,
  callOf,
  DEPOSIT,
  depositManyCall,
  depositPlan,
  POLICY,
  permitStep,
  ROUTER,
  SECOND_VAULT,
  STRANGER,
  USDC,
  VAULT,
} from "./planFixture";
import { deserialiseTransaction, serialiseTransaction } from "./storedTransaction";
import type { Step } from "./TransactionPlan";

const APPROVE = "0x095ea7b3";
const SET_OPERATOR = "0x558a7297";
const HOLDER: Address = `0x${"9f".repeat(20)}`;
const SHARE = { address: VAULT, symbol: "blUSDC-CSP", decimals: 18 };

const ofAsset: Revocation = { kind: "revokeAllowance", token: USDC, spender: HOLDER, spenderName: null };
const ofShares: Revocation = { ...ofAsset, token: SHARE };
const ofOperator: Revocation = {
  kind: "revokeOperator",
  vault: { address: VAULT, name: "ETH put vault" },
  operator: HOLDER,
  operatorName: null,
};

const approve = (to: Address, spender: Address, amount: bigint) =>
  callOf({ to, selector: APPROVE, words: [spender, amount] });
const setOperator = (to: Address, operator: Address, approved: bigint) =>
  callOf({ to, selector: SET_OPERATOR, words: [operator, approved] });

function planOf(intent: Intent, call: Call, before: readonly Step[] = []) {
  const steps: readonly Step[] = [...before, { kind: "act", call }];
  return depositPlan({ intent, steps, expectedMovements: [], allowanceLeft: [] });
}

const kinds = (intent: Intent, call: Call, before: readonly Step[] = []) =>
  checkPolicy(planOf(intent, call, before), POLICY).map(({ kind }) => kind);

describe("a right is taken away", () => {
  test.each<readonly [string, Revocation, Call]>([
    ["an allowance of an asset", ofAsset, approve(USDC.address, HOLDER, 0n)],
    ["an allowance of shares", ofShares, approve(VAULT, HOLDER, 0n)],
    ["the router's own", { ...ofAsset, spender: ROUTER }, approve(USDC.address, ROUTER, 0n)],
    ["an operator", ofOperator, setOperator(VAULT, HOLDER, 0n)],
  ])("default: %s", (_name, intent, call) => {
    expect(kinds(intent, call)).toEqual([]);
    const state = { status: "simulating", plan: planOf(intent, call), finished: [], nonce: null } as const;
    expect(deserialiseTransaction(serialiseTransaction(state))).toEqual({ ok: true, state });
  });

  test.each<readonly [string, Intent, Call, readonly string[]]>([
    ["an allowance of 1", ofAsset, approve(USDC.address, HOLDER, 1n), ["malformedCalldata"]],
    ["an unlimited allowance", ofShares, approve(VAULT, HOLDER, 2n ** 256n - 1n), ["malformedCalldata"]],
    ["an operator made", ofOperator, setOperator(VAULT, HOLDER, 1n), ["malformedCalldata"]],
    ["an operator by a flag that is no bool", ofOperator, setOperator(VAULT, HOLDER, 2n), ["malformedCalldata"]],
    [
      "an unknown token",
      { ...ofAsset, token: { ...USDC, address: STRANGER } },
      approve(STRANGER, HOLDER, 0n),
      ["unknownTarget"],
    ],
    ["an operator of an unknown contract", ofOperator, setOperator(STRANGER, HOLDER, 0n), ["unknownTarget"]],
    ["an operator of a token", ofOperator, setOperator(USDC.address, HOLDER, 0n), ["unknownFunction"]],
    ["an operator of the router", ofOperator, setOperator(ROUTER, HOLDER, 0n), ["unknownFunction"]],
    ["another vault's operator", ofOperator, setOperator(SECOND_VAULT, HOLDER, 0n), ["malformedCalldata"]],
    ["another operator", ofOperator, setOperator(VAULT, STRANGER, 0n), ["malformedCalldata"]],
    ["another spender", ofAsset, approve(USDC.address, STRANGER, 0n), ["malformedCalldata"]],
    ["another token", ofAsset, approve(VAULT, HOLDER, 0n), ["malformedCalldata"]],
    ["an approval in an operator's place", ofOperator, approve(VAULT, HOLDER, 0n), ["malformedCalldata"]],
    ["an operator in an approval's place", ofShares, setOperator(VAULT, HOLDER, 0n), ["malformedCalldata"]],
    ["a deposit under a revocation's name", ofAsset, depositManyCall(), ["unknownFunction"]],
    ["coins sent along", ofAsset, { ...approve(USDC.address, HOLDER, 0n), value: 1n }, ["unexpectedValue"]],
    [
      "a word too many",
      ofAsset,
      callOf({ to: USDC.address, selector: APPROVE, words: [HOLDER, 0n, 0n] }),
      ["malformedCalldata"],
    ],
    [
      "a dirty address word",
      ofAsset,
      callOf({ to: USDC.address, selector: APPROVE, words: [(1n << 160n) | BigInt(HOLDER), 0n] }),
      ["malformedCalldata", "malformedCalldata"],
    ],
    ["a revocation under a deposit's name", DEPOSIT, approve(USDC.address, HOLDER, 0n), ["unknownSpender", "badSteps"]],
    ["an operator off under a deposit's name", DEPOSIT, setOperator(VAULT, HOLDER, 0n), ["unknownFunction"]],
  ])("error: %s", (_name, intent, call, expected) => expect(kinds(intent, call)).toEqual(expected));

  test("error: a permit or an approval before it", () => {
    const call = approve(USDC.address, HOLDER, 0n);
    expect(kinds(ofAsset, call, [permitStep()])).toEqual(["amountNotExact"]);
    expect(kinds(ofAsset, call, [approveStep()])).toEqual(["amountNotExact"]);
    expect(kinds(ofAsset, call, [approveStep({ spender: HOLDER, amount: 0n })])).toEqual(["unknownSpender"]);
  });

  test("behavior: whatever the last word is, only 0 passes", () => {
    const word = fc.bigInt({ min: 1n, max: 2n ** 256n - 1n });
    fc.assert(
      fc.property(word, fc.constantFrom(ofAsset, ofShares, ofOperator), (last, intent) => {
        const call =
          intent.kind === "revokeAllowance"
            ? approve(intent.token.address, HOLDER, last)
            : setOperator(intent.vault.address, HOLDER, last);
        expect(kinds(intent, call)).toEqual(["malformedCalldata"]);
      }),
    );
  });

  test("behavior: no other function passes as a revocation, and none of a revocation's grants elsewhere", () => {
    const revoking = new Set<Hex>(REVOKING_CALLS.map(({ selector }) => selector));
    expect([...revoking]).toEqual([APPROVE, SET_OPERATOR]);
    expect(ALLOWED_CALLS.some(({ selector }) => selector === SET_OPERATOR)).toBe(false);
    expect(REVOKING_CALLS.every(({ rules }) => rules.some(({ word, mustBe }) => word === 1 && mustBe === "zero"))).toBe(
      true,
    );
  });
});
