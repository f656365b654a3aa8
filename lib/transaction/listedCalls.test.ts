import { describe, expect, it } from "vitest";
import type { Address, Hex } from "@/lib/vault/Token";
import type { BareCall } from "./Call";
import { checkPolicy, type TransactionPolicy } from "./checkPolicy";
import { checkSharedCalls } from "./checkSharedCalls";
import { compareSimulation } from "./compareSimulation";
import type { Movement } from "./Movement";
import { ACCOUNT, approveStep, callOf, depositPlan, POLICY, permitStep, ROUTER, STRANGER, USDC } from "./planFixture";
import type { Step } from "./TransactionPlan";

const VAULT: Address = `0x${"a4".repeat(20)}`;
const POOL: Address = `0x${"a5".repeat(20)}`;
const OTHER: Address = `0x${"a6".repeat(20)}`;
const DAI: Address = `0x${"da".repeat(20)}`;
const AMOUNT = 1_500_000_000n;

const LISTED: TransactionPolicy = {
  ...POLICY,
  listed: [
    { address: VAULT, protocol: "erc4626", assets: [USDC.address] },
    { address: POOL, protocol: "aave", assets: [USDC.address, DAI] },
    { address: OTHER, protocol: "erc4626", assets: [] },
  ],
};

type Words = readonly (bigint | Address)[];
const call = (to: Address, selector: Hex, words: Words, value = 0n) => callOf({ to, selector, words, value });
const deposit = (to = VAULT, amount = AMOUNT, receiver = ACCOUNT) => call(to, "0x6e553f65", [amount, receiver]);
const redeem = (receiver = ACCOUNT, owner = ACCOUNT) => call(VAULT, "0xba087652", [7n, receiver, owner]);
const supply = (asset = USDC.address, amount = AMOUNT, receiver = ACCOUNT) =>
  call(POOL, "0x617ba037", [asset, amount, receiver, 0n]);
const withdraw = (to = ACCOUNT) => call(POOL, "0x69328dec", [DAI, 2n ** 256n - 1n, to]);

function kindsOf(act: ReturnType<typeof call>, before: readonly Step[] = [], policy = LISTED): readonly string[] {
  const plan = depositPlan({ steps: [...before, { kind: "act", call: act }] });
  return checkPolicy(plan, policy).map(({ kind }) => kind);
}

describe("calls to contracts of the registry", () => {
  it("default: a deposit with its approval or its permit, and each way out", () => {
    expect(kindsOf(deposit(), [approveStep({ spender: VAULT })])).toEqual([]);
    expect(kindsOf(supply(), [approveStep({ spender: POOL })])).toEqual([]);
    const permit = permitStep();
    const toPool = permit.kind === "permit" ? { ...permit, message: { ...permit.message, spender: POOL } } : permit;
    const signed = call(POOL, "0x02c205f0", [USDC.address, AMOUNT, ACCOUNT, 0n, 1n, 27n, 2n, 3n]);
    expect(kindsOf(signed, [toPool])).toEqual([]);
    expect(kindsOf(withdraw())).toEqual([]);
    const plan = depositPlan({
      steps: [{ kind: "act", call: redeem() }],
      expectedMovements: [{ account: ACCOUNT, token: VAULT, symbol: "S", decimals: 6, delta: -7n }],
    });
    expect(checkPolicy(plan, LISTED)).toEqual([]);
  });

  it.each([
    ["a contract that the registry does not name", deposit(STRANGER), "unknownTarget"],
    ["a vault that is listed without its asset", deposit(OTHER), "unknownTarget"],
    ["an asset that is not listed with the pool", supply(STRANGER), "unknownTarget"],
    ["shares for somebody else", deposit(VAULT, AMOUNT, STRANGER), "foreignBeneficiary"],
    ["a supply for somebody else", supply(USDC.address, AMOUNT, STRANGER), "foreignBeneficiary"],
    ["a withdrawal to somebody else", withdraw(STRANGER), "foreignBeneficiary"],
    ["shares paid to somebody else", redeem(STRANGER), "foreignBeneficiary"],
    ["somebody else's shares", redeem(ACCOUNT, STRANGER), "foreignBeneficiary"],
    ["another amount than shown", deposit(VAULT, AMOUNT + 1n), "callAmountDiffers"],
    ["another amount than shown, to the pool", supply(USDC.address, AMOUNT - 1n), "callAmountDiffers"],
    ["another token than shown, to the pool", supply(DAI, AMOUNT), "callAmountDiffers"],
    ["coins sent along", call(VAULT, "0x6e553f65", [AMOUNT, ACCOUNT], 1n), "unexpectedValue"],
    [
      "borrow(address,uint256,uint256,uint16,address)",
      call(POOL, "0xa415bcad", [DAI, 1n, 2n, 0n, ACCOUNT]),
      "unknownFunction",
    ],
    ["our own deposit at another's vault", call(VAULT, "0x2e2d2984", [1n, ACCOUNT, ACCOUNT]), "unknownFunction"],
    ["bytes behind its own", call(VAULT, "0x6e553f65", [AMOUNT, ACCOUNT, 0n]), "malformedCalldata"],
  ] as const)("error: %s", (_, act, kind) => {
    expect(kindsOf(act)).toContain(kind);
  });

  it("error: an allowance for one contract and a call to another", () => {
    expect(kindsOf(deposit(), [approveStep({ spender: ROUTER })])).toContain("unknownSpender");
    expect(kindsOf(deposit(), [approveStep({ spender: POOL })])).toContain("unknownSpender");
    expect(kindsOf(supply(), [permitStep()])).toContain("unknownSpender");
    expect(kindsOf(deposit(), [approveStep({ spender: VAULT })], POLICY)).toContain("unknownSpender");
    const approve = (spender: Address): BareCall => call(USDC.address, "0x095ea7b3", [spender, AMOUNT]);
    const shared = (calls: readonly BareCall[]) =>
      checkSharedCalls(calls, LISTED).map(({ violations }) => violations.map(({ kind }) => kind));
    expect(shared([approve(VAULT), deposit()])).toEqual([[], []]);
    expect(shared([approve(POOL), deposit()])).toEqual([["unknownSpender"], []]);
  });
});

describe("movements that depend on the second", () => {
  const shown: Movement = { account: ACCOUNT, token: VAULT, symbol: "S", decimals: 6, delta: 1_000n, least: 999n };
  const moved = (delta: bigint): Movement => ({ account: ACCOUNT, token: VAULT, symbol: "S", decimals: 6, delta });

  it("default: the least that agrees, and anything above", () => {
    for (const delta of [999n, 1_000n, 1_001n, 10n ** 30n]) {
      expect(compareSimulation([shown], [moved(delta)], ACCOUNT)).toEqual({ ok: true });
    }
  });

  it("error: less, nothing, and the other way", () => {
    for (const delta of [998n, 0n, -1_000n]) {
      const compared = compareSimulation([shown], [moved(delta)], ACCOUNT);
      expect(compared).toMatchObject({ ok: false, differences: [{ expected: 1_000n, simulated: delta }] });
    }
    expect(compareSimulation([shown], [], ACCOUNT).ok).toBe(false);
  });
});
