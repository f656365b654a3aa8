import { encodeAbiParameters, type Hex, pad, toEventSelector } from "viem";
import { describe, expect, it } from "vitest";
import { ACCOUNT, STRANGER, VAULT } from "@/lib/transaction/planFixture";
import type { Address } from "@/lib/vault/Token";
import { type GrantEvent, grantEvent, lastGrants, rightKey } from "./rightEvents";
import { isContradiction } from "./rightsContradiction";

const RANGE = { account: ACCOUNT, contracts: [VAULT], fromBlock: 10n, toBlock: 20n };
const APPROVAL = toEventSelector("Approval(address,address,uint256)");
const OPERATOR_SET = toEventSelector("OperatorSet(address,address,bool)");

type Told = { readonly giver?: Address; readonly of?: Address; readonly block?: bigint; readonly value?: bigint };

function logOf(event: Hex, { giver = ACCOUNT, of = VAULT, block = 15n, value = 1n }: Told = {}) {
  const data = encodeAbiParameters([{ type: "uint256" }], [value]);
  return {
    address: of,
    topics: [event, pad(giver), pad(STRANGER)],
    data,
    blockNumber: block,
    logIndex: 0,
    transactionHash: pad("0x7a"),
    timestamp: null,
  };
}

const told = (event: Hex, more: Told = {}): GrantEvent => grantEvent(logOf(event, more), RANGE);

describe("events of rights", () => {
  it("default: an allowance and an operator, and what was said last counts", () => {
    expect(told(APPROVAL, { value: 7n })).toMatchObject({ kind: "allowance", of: VAULT, amount: 7n });
    expect(told(OPERATOR_SET)).toMatchObject({ kind: "operator", isApproved: true });
    const events = [told(OPERATOR_SET), told(OPERATOR_SET, { value: 0n, block: 16n }), told(APPROVAL, { block: 18n })];
    const key = rightKey({ kind: "operator", of: VAULT, holder: STRANGER });
    expect(lastGrants(events, 20n).get(key)).toMatchObject({ isApproved: false });
    expect(lastGrants(events, 15n).get(key)).toMatchObject({ isApproved: true });
    expect(lastGrants(events, 17n).size).toBe(1);
  });

  it.each<readonly [string, ReturnType<typeof logOf>]>([
    ["of another account", logOf(APPROVAL, { giver: STRANGER })],
    ["of another contract", logOf(APPROVAL, { of: STRANGER })],
    ["from before", logOf(APPROVAL, { block: 9n })],
    ["from after", logOf(OPERATOR_SET, { block: 21n })],
    ["of another event", logOf(toEventSelector("Transfer(address,address,uint256)"))],
    ["cut short", { ...logOf(APPROVAL), data: "0x01" }],
    ["without a holder", { ...logOf(OPERATOR_SET), topics: [OPERATOR_SET, pad(ACCOUNT)] }],
  ])("error: a log %s is no answer", (_name, log) => {
    expect(() => grantEvent(log, RANGE)).toThrow("eth_getLogs");
  });

  it("error: state that no event led to", () => {
    const granted = told(APPROVAL, { value: 5n });
    expect([0n, 4n, 5n].map((amount) => isContradiction(granted, amount))).toEqual([false, false, false]);
    expect(isContradiction(granted, 6n)).toBe(true);
    expect([isContradiction(undefined, 0n), isContradiction(undefined, 1n)]).toEqual([false, true]);
    const on = told(OPERATOR_SET);
    const off = told(OPERATOR_SET, { value: 0n });
    expect([isContradiction(on, 1n), isContradiction(off, 0n)]).toEqual([false, false]);
    expect([isContradiction(on, 0n), isContradiction(off, 1n)]).toEqual([true, true]);
  });
});
