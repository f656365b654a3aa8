import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { Address, Hex } from "@/lib/vault/Token";
import { ALLOWED_CALLS } from "./allowedCalls";
import type { Call } from "./Call";
import { checkPolicy } from "./checkPolicy";
import {
  ACCOUNT,
  approveStep,
  CHAIN_ID,
  callOf,
  depositManyCall,
  depositPlan,
  NOW,
  POLICY,
  permitStep,
  ROUTER,
  SECOND_VAULT,
  STRANGER,
  USDC,
  VAULT,
} from "./planFixture";
import type { TransactionPlan } from "./TransactionPlan";

const ASSETS = tokenAmount(1_500_000_000n);

const kinds = (plan: TransactionPlan) => checkPolicy(plan, POLICY).map((violation) => violation.kind);
const acting = (call: Call, changes: Partial<TransactionPlan> = {}) =>
  depositPlan({ steps: [{ kind: "act", call }], ...changes });

describe("what passes", () => {
  test("default: permit and deposit, approval and deposit, chain switch first", () => {
    expect(kinds(depositPlan())).toEqual([]);
    const act = { kind: "act", call: depositManyCall() } as const;
    expect(kinds(depositPlan({ steps: [{ kind: "switchChain", chainId: CHAIN_ID }, approveStep(), act] }))).toEqual([]);
    expect(kinds(depositPlan({ steps: [approveStep({ amount: 0n }), approveStep(), act] }))).toEqual([]);
  });

  test("default: coins into a vault, shares out of two, claims and cancels", () => {
    const coin = { account: ACCOUNT, token: "native", symbol: "ETH", decimals: 18, delta: -5n } as const;
    const depositEth = callOf({ to: ROUTER, selector: "0x1e04e856", words: [VAULT, ACCOUNT], value: 5n });
    expect(kinds(acting(depositEth, { expectedMovements: [coin] }))).toEqual([]);
    const share = (token: Address, delta: bigint) => ({ account: ACCOUNT, token, symbol: "s", decimals: 18, delta });
    const elements = [2n, VAULT, 7n, 0n, 0n, 0n, 0n, SECOND_VAULT, 8n, 0n, 0n, 0n, 0n] as const;
    const redeemMany = callOf({ to: ROUTER, selector: "0x77cd3f16", words: [64n, ACCOUNT, ...elements] });
    const movements = [share(VAULT, -7n), share(SECOND_VAULT, -8n)];
    expect(kinds(acting(redeemMany, { expectedMovements: movements }))).toEqual([]);
    expect(kinds(acting(redeemMany, { expectedMovements: [share(VAULT, -7n)] }))).toEqual(["callAmountDiffers"]);
    const claim = callOf({ to: VAULT, selector: "0xda39b3e7", words: [9n, ACCOUNT, ACCOUNT] });
    expect(kinds(acting(claim, { expectedMovements: [] }))).toEqual([]);
    const forget = callOf({ to: ROUTER, selector: "0xa5a4503d", words: [USDC.address, 64n, 0n] });
    expect(kinds(acting(forget, { expectedMovements: [] }))).toEqual([]);
  });
});

describe("what does not", () => {
  const good = depositManyCall();
  test.each<readonly [string, TransactionPlan, readonly string[]]>([
    ["another chain", depositPlan({ chainId: 1 }), ["wrongChain"]],
    [
      "a switch to another chain",
      depositPlan({ steps: [{ kind: "switchChain", chainId: 1 }, ...depositPlan().steps] }),
      ["wrongChain"],
    ],
    [
      "another account",
      depositPlan({ account: STRANGER, expectedMovements: [] }),
      ["wrongAccount", "amountNotExact", "callAmountDiffers"],
    ],
    ["no act", depositPlan({ steps: [permitStep()] }), ["badSteps"]],
    [
      "two acts",
      depositPlan({
        steps: [
          { kind: "act", call: good },
          { kind: "act", call: good },
        ],
      }),
      ["badSteps"],
    ],
    [
      "an approval as the act",
      acting(callOf({ to: USDC.address, selector: "0x095ea7b3", words: [ROUTER, ASSETS] })),
      ["badSteps"],
    ],
    ["an unknown contract", acting({ ...good, to: STRANGER }), ["unknownTarget"]],
    [
      "setApprovalForAll",
      acting(callOf({ to: VAULT, selector: "0xa22cb465", words: [STRANGER, 1n] })),
      ["unknownFunction"],
    ],
    ["setOperator", acting(callOf({ to: VAULT, selector: "0x558a7297", words: [STRANGER, 1n] })), ["unknownFunction"]],
    [
      "transfer",
      acting(callOf({ to: USDC.address, selector: "0xa9059cbb", words: [STRANGER, 1n] })),
      ["unknownFunction"],
    ],
    ["a router's function on the vault", acting({ ...good, to: VAULT }), ["unknownFunction"]],
    ["another controller", acting(depositManyCall({ controller: STRANGER })), ["foreignBeneficiary"]],
    ["another amount than promised", acting(depositManyCall({ assets: ASSETS + 1n })), ["callAmountDiffers"]],
    ["value where none belongs", acting({ ...good, value: 1n }), ["unexpectedValue"]],
    ["a byte too many", acting({ ...good, calldata: `${good.calldata}00` }), ["malformedCalldata"]],
    ["a word too many", acting({ ...good, calldata: `${good.calldata}${"00".repeat(32)}` }), ["malformedCalldata"]],
    [
      "an allowance left",
      depositPlan({ allowanceLeft: [{ token: USDC, spender: ROUTER, amount: 1n }] }),
      ["allowanceLeft"],
    ],
  ])("error: %s", (_name, plan, expected) => expect(kinds(plan)).toEqual(expected));

  test.each([
    ["unlimited approval", approveStep({ amount: 2n ** 256n - 1n }), ["amountNotExact"]],
    ["approval of a stranger", approveStep({ spender: STRANGER }), ["unknownSpender"]],
    ["unlimited permit", permitStep({ value: 2n ** 256n - 1n }), ["amountNotExact"]],
    ["permit of 20 minutes and a second", permitStep({ deadline: NOW + 1201n }), ["permitTooLong"]],
    ["permit out of date", permitStep({ deadline: NOW }), ["permitExpired"]],
  ] as const)("error: %s", (_name, step, expected) => {
    expect(kinds(depositPlan({ steps: [step, { kind: "act", call: good }] }))).toEqual(expected);
  });

  test("error: a permit for another chain, owner, token or spender", () => {
    const step = permitStep();
    if (step.kind !== "permit") throw new TypeError("a permit step was expected");
    const { domain, message } = step;
    const of = (changes: Partial<typeof step>) =>
      kinds(
        depositPlan({
          steps: [
            { ...step, ...changes },
            { kind: "act", call: good },
          ],
        }),
      );
    expect(of({ domain: { ...domain, chainId: 1 } })).toEqual(["permitForeign"]);
    expect(of({ domain: { ...domain, verifyingContract: STRANGER } })).toEqual(["permitForeign"]);
    expect(of({ message: { ...message, owner: STRANGER } })).toEqual(["permitForeign"]);
    expect(of({ message: { ...message, spender: STRANGER } })).toEqual(["unknownSpender"]);
  });

  test("error: an approval whose bytes are not what it shows", () => {
    const shown = approveStep();
    const other = approveStep({ amount: ASSETS + 1n });
    if (shown.kind !== "approve" || other.kind !== "approve") throw new TypeError("approvals were expected");
    const plan = depositPlan({
      steps: [
        { ...shown, call: other.call },
        { kind: "act", call: good },
      ],
    });
    expect(kinds(plan)).toEqual(["malformedCalldata", "amountNotExact"]);
  });
});

describe("properties", () => {
  const address = fc
    .uint8Array({ minLength: 20, maxLength: 20 })
    .map((bytes): Address => `0x${Buffer.from(bytes).toString("hex")}`);
  const calldata = fc.uint8Array({ maxLength: 400 }).map((bytes): Hex => `0x${Buffer.from(bytes).toString("hex")}`);

  test("behavior: bytes nobody wrote never pass, whatever they are", () => {
    const target = fc.constantFrom<Address>(ROUTER, VAULT, USDC.address);
    const selector = fc.constantFrom(...ALLOWED_CALLS.map((allowed) => allowed.selector));
    fc.assert(
      fc.property(target, selector, calldata, (to, start, rest) => {
        const call = { to, functionName: "any", arguments: [], value: 0n, calldata: `${start}${rest.slice(2)}` as Hex };
        expect(kinds(acting(call))).not.toEqual([]);
      }),
    );
  });

  test("behavior: nobody but the account can be named, in any function that names somebody", () => {
    fc.assert(
      fc.property(address, fc.constantFrom(...ALLOWED_CALLS), (somebody, rule) => {
        fc.pre(somebody.toLowerCase() !== ACCOUNT && somebody.toLowerCase() !== ROUTER);
        const person = rule.rules.find(({ mustBe }) => mustBe === "account" || mustBe === "spender");
        fc.pre(person !== undefined);
        const words = Array.from({ length: rule.headWords }, (_, word): bigint | Address => {
          if (word === person?.word) return somebody;
          const mustBe = rule.rules.find((other) => other.word === word)?.mustBe;
          if (mustBe === "account") return ACCOUNT;
          if (mustBe === "asset") return USDC.address;
          if (mustBe === "vault") return VAULT;
          return word === rule.vaults?.offsetWord ? BigInt(rule.headWords * 32) : 0n;
        });
        const width = rule.vaults?.wordsPerElement ?? 0;
        const list = rule.vaults ? [1n, VAULT, ...Array.from({ length: width - 1 }, () => 0n)] : [];
        const to = { router: ROUTER, vault: VAULT, asset: USDC.address }[rule.target];
        const call = callOf({ to, selector: rule.selector, words: [...words, ...list] });
        const found = kinds(acting(call, { expectedMovements: [] }));
        expect(found.some((kind) => kind === "foreignBeneficiary" || kind === "unknownSpender")).toBe(true);
      }),
    );
  });

  test("behavior: a permit or an approval passes for one amount and no other", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 256n - 1n }), fc.boolean(), (amount, isPermit) => {
        const step = isPermit ? permitStep({ value: amount }) : approveStep({ amount });
        const passes = kinds(depositPlan({ steps: [step, { kind: "act", call: depositManyCall() }] })).length === 0;
        expect(passes).toBe(amount === ASSETS);
      }),
      {
        examples: [
          [ASSETS, true],
          [ASSETS, false],
          [ASSETS + 1n, true],
          [ASSETS - 1n, false],
        ],
      },
    );
  });
});
