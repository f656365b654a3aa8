import { describe, expect, it } from "vitest";
import type { Address } from "@/lib/vault/Token";
import type { BareCall } from "./Call";
import { checkSharedCalls } from "./checkSharedCalls";
import { forAccount } from "./forAccount";
import {
  ACCOUNT,
  approveStep,
  callOf,
  depositManyCall,
  POLICY,
  ROUTER,
  SECOND_VAULT,
  STRANGER,
  USDC,
  VAULT,
} from "./planFixture";

const approval = (amount: bigint, spender: Address = ROUTER) =>
  callOf({ to: USDC.address, selector: "0x095ea7b3", words: [spender, amount] });
const DEPOSIT = depositManyCall();
const AMOUNT = 1_500_000_000n;
const kindsOf = (calls: readonly BareCall[]) =>
  checkSharedCalls(calls, POLICY).map(({ violations }) => violations.map(({ kind }) => kind));

describe("checkSharedCalls", () => {
  it("default: an approval of exactly what is deposited, then the deposit", () => {
    expect(kindsOf([approval(AMOUNT), DEPOSIT])).toEqual([[], []]);
    expect(kindsOf([approval(0n), approval(AMOUNT), DEPOSIT])).toEqual([[], [], []]);
    expect(approveStep()).toMatchObject({ call: approval(AMOUNT) });
  });

  it("behavior: a claim alone, and a right that is taken away alone", () => {
    const claim = callOf({ to: VAULT, selector: "0xda39b3e7", words: [5n, ACCOUNT, ACCOUNT] });
    expect(kindsOf([claim])).toEqual([[]]);
    expect(kindsOf([approval(0n, STRANGER)])).toEqual([[]]);
    expect(kindsOf([callOf({ to: VAULT, selector: "0x558a7297", words: [STRANGER, 0n] })])).toEqual([[]]);
  });

  it("error: each broken rule is said at its own call", () => {
    expect(kindsOf([approval(AMOUNT), depositManyCall({ controller: STRANGER })])).toEqual([
      [],
      ["foreignBeneficiary"],
    ]);
    expect(kindsOf([approval(AMOUNT + 1n), DEPOSIT])).toEqual([["amountNotExact"], []]);
    expect(kindsOf([approval(AMOUNT, STRANGER), DEPOSIT])).toEqual([["unknownSpender"], []]);
    expect(kindsOf([{ ...approval(AMOUNT), to: STRANGER }, DEPOSIT])).toEqual([["unknownTarget"], []]);
    expect(kindsOf([approval(AMOUNT), { ...DEPOSIT, calldata: `${DEPOSIT.calldata}00` }])[1]).toEqual([
      "malformedCalldata",
    ]);
    expect(kindsOf([{ ...DEPOSIT, value: 1n }])).toEqual([["unexpectedValue"]]);
  });

  it("error: an order that no plan of ours has", () => {
    expect(kindsOf([approval(AMOUNT)])).toEqual([["badSteps", "amountNotExact"]]);
    expect(kindsOf([DEPOSIT, approval(0n)])).toEqual([["badSteps"], ["badSteps"]]);
    expect(kindsOf([DEPOSIT, DEPOSIT])).toEqual([["badSteps"], []]);
    expect(kindsOf([approval(0n, STRANGER), DEPOSIT])[0]).toEqual(["unknownSpender"]);
  });

  it("error: an operator, a transfer and a hidden approval never pass", () => {
    expect(kindsOf([callOf({ to: VAULT, selector: "0x558a7297", words: [STRANGER, 1n] })])[0]).toContain(
      "unknownFunction",
    );
    expect(kindsOf([callOf({ to: USDC.address, selector: "0xa9059cbb", words: [STRANGER, 1n] })])[0]).toContain(
      "unknownFunction",
    );
    expect(kindsOf([approval(2n ** 256n - 1n), DEPOSIT])[0]).toEqual(["amountNotExact"]);
  });
});

describe("forAccount", () => {
  const OTHER = `0x${"5a".repeat(20)}` as const;

  it("default: the other account stands wherever the account stood, and nothing else changes", () => {
    const calls = forAccount(checkSharedCalls([approval(AMOUNT), DEPOSIT], POLICY), OTHER);
    expect(calls).toEqual([approval(AMOUNT), depositManyCall({ controller: OTHER })].map((call) => ({ ...call })));
    const checked = checkSharedCalls(calls ?? [], { ...POLICY, account: OTHER });
    expect(checked.flatMap(({ violations }) => violations)).toEqual([]);
    expect(forAccount(checked, ACCOUNT)).toEqual([approval(AMOUNT), DEPOSIT]);
  });

  it("behavior: both places of a withdrawal request", () => {
    const redeem = (account: Address) =>
      callOf({ to: SECOND_VAULT, selector: "0x7d41c86e", words: [7n, account, account] });
    expect(forAccount(checkSharedCalls([redeem(ACCOUNT)], POLICY), OTHER)).toEqual([redeem(OTHER)]);
  });

  it("error: calls that break a rule are not rewritten", () => {
    const calls = [approval(AMOUNT), depositManyCall({ controller: STRANGER })];
    expect(forAccount(checkSharedCalls(calls, POLICY), OTHER)).toBeNull();
  });
});
