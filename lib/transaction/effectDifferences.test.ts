import { expect, test } from "vitest";
import { BPS } from "@/lib/units/Bps";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { type Effects, effectDifferences, isWithoutEffect } from "./effectDifferences";
import type { Intent } from "./Intent";
import { ACCOUNT, DEPOSIT, depositPlan, ROUTER, SECOND_VAULT, STRANGER, USDC, VAULT } from "./planFixture";

const ASSETS = 1_500_000_000n;
const PLAN = depositPlan({ isBatch: true });
const VAULT_NAME = { address: VAULT, name: "ETH put vault" };

function effects(changes: Partial<Effects> = {}): Effects {
  return {
    movements: [
      { account: ACCOUNT, token: USDC.address, delta: -ASSETS },
      { account: VAULT, token: USDC.address, delta: ASSETS },
    ],
    granted: [],
    takenBack: [],
    requests: [{ kind: "deposit", vault: VAULT, amount: ASSETS }],
    settled: [],
    stored: [],
    coinsSpent: 0n,
    isDelegated: false,
    isAtomic: true,
    ...changes,
  };
}

const NOTHING = effects({ movements: [], requests: [], coinsSpent: null });
const moved = { account: ACCOUNT, token: USDC.address, symbol: "USDC", decimals: 6, expected: -ASSETS };
const UNPAID = { field: "moved", difference: { ...moved, account: VAULT, expected: ASSETS, simulated: 0n } };
const UNBOOKED = { field: "request", vault: VAULT_NAME, token: USDC, shown: ASSETS, found: 0n };
const [PAID, REACHED] = effects().movements;
if (!PAID || !REACHED) throw new TypeError("two movements");

test.each<readonly [string, Partial<Effects>]>([
  ["as shown", {}],
  ["coins that nobody can tell", { coinsSpent: null }],
  ["coins that came in meanwhile", { coinsSpent: -5n }],
  ["addresses in capitals", { requests: [{ kind: "deposit", vault: `0x${"D1".repeat(20)}`, amount: ASSETS }] }],
  [
    "a stranger's own transfers in the same transaction",
    { movements: [...effects().movements, { account: STRANGER, token: USDC.address, delta: 7n }] },
  ],
])("default: %s is no difference", (_name, changes) => {
  expect(effectDifferences(PLAN, effects(changes))).toEqual([]);
});

const SHARE = { address: VAULT, symbol: "blUSDC-CSP", decimals: 18 } as const;
const OWN = { vault: VAULT_NAME, assets: tokenAmount(5n), shares: shares(5n), asset: USDC, share: SHARE };
const OTHERS = [
  { vault: VAULT, receiver: STRANGER },
  { vault: SECOND_VAULT, receiver: ACCOUNT },
];

test.each<readonly [Intent["kind"], "paid" | "cancelled"]>([
  ["claimShares", "paid"],
  ["claimAssets", "paid"],
  ["refundAssets", "paid"],
  ["refundShares", "paid"],
  ["cancelDeposit", "cancelled"],
  ["cancelRedeem", "cancelled"],
])("behavior: %s settles its own request to the account, as shown, and no other", (kind, end) => {
  const plan = depositPlan({ isBatch: true, intent: { kind, ...OWN } as Intent, expectedMovements: [] });
  const own = { vault: VAULT, receiver: ACCOUNT };
  const bare = { vault: VAULT, receiver: null };
  const settled = end === "paid" ? [own] : [bare, own];
  const found = (others: Effects["settled"]) =>
    effectDifferences(plan, { ...NOTHING, settled: [...settled, ...others] });
  expect(found([])).toEqual([]);
  expect(found(OTHERS)).toEqual(OTHERS.map((one) => ({ field: "settled", ...one })));
  expect(found([bare])).toHaveLength(end === "paid" ? 1 : 0);
});

test.each([
  ["kept", [{ vault: VAULT_NAME, weight: BPS }]],
  ["forgotten", []],
])("behavior: a split that is %s by itself is stored as shown, and no other", (_name, parts) => {
  const intent: Intent = { kind: "setAllocation", asset: USDC, parts };
  const plan = depositPlan({ isBatch: true, intent, expectedMovements: [] });
  const shown = { asset: USDC.address, parts: parts.map(() => ({ vault: VAULT, weight: 10_000n })) };
  const other = { asset: USDC.address, parts: [{ vault: SECOND_VAULT, weight: 10_000n }] };
  expect(effectDifferences(plan, { ...NOTHING, stored: [shown] })).toEqual([]);
  expect(effectDifferences(plan, { ...NOTHING, stored: [other] })).toHaveLength(1);
  expect(effectDifferences(plan, NOTHING)).toEqual([{ field: "split", asset: USDC.address, isStored: false }]);
});

const OF_ALLOWANCE: Intent = { kind: "revokeAllowance", token: USDC, spender: STRANGER, spenderName: null };
const OF_OPERATOR: Intent = { kind: "revokeOperator", vault: VAULT_NAME, operator: STRANGER, operatorName: null };
const ENDED = { kind: "allowance", token: USDC.address, spender: STRANGER } as const;
const DISMISSED = { kind: "operator", contract: VAULT, operator: STRANGER } as const;
const ALLOWED = { field: "allowanceKept", token: USDC.address, spender: STRANGER };
const OPERATES = { field: "operatorKept", contract: VAULT, operator: STRANGER };

test.each<readonly [string, Intent, Effects["takenBack"], readonly object[]]>([
  ["an allowance, taken back", OF_ALLOWANCE, [ENDED], []],
  ["an allowance, by addresses in capitals", OF_ALLOWANCE, [{ ...ENDED, spender: `0x${"BD".repeat(20)}` }], []],
  ["an allowance, left", OF_ALLOWANCE, [], [ALLOWED]],
  ["an allowance, another spender's taken back", OF_ALLOWANCE, [{ ...ENDED, spender: ROUTER }], [ALLOWED]],
  ["an allowance, another token's taken back", OF_ALLOWANCE, [{ ...ENDED, token: VAULT }], [ALLOWED]],
  ["an allowance, an operator dismissed instead", OF_ALLOWANCE, [DISMISSED], [ALLOWED]],
  ["an operator, dismissed", OF_OPERATOR, [DISMISSED], []],
  ["an operator, left", OF_OPERATOR, [], [OPERATES]],
  ["an operator, another one dismissed", OF_OPERATOR, [{ ...DISMISSED, operator: ROUTER }], [OPERATES]],
  ["an operator, another vault's dismissed", OF_OPERATOR, [{ ...DISMISSED, contract: SECOND_VAULT }], [OPERATES]],
])("behavior: a right of somebody is to be taken back: %s", (_name, intent, takenBack, differences) => {
  const plan = depositPlan({ isBatch: true, isSafe: true, intent, expectedMovements: [], allowanceLeft: [] });
  const found = { ...NOTHING, takenBack };
  expect(effectDifferences(plan, found)).toEqual(differences);
  expect(isWithoutEffect(plan, found)).toBe(takenBack.length === 0);
});

test.each<readonly [string, Partial<Effects>, readonly object[]]>([
  [
    "the same amount to a stranger",
    { movements: [PAID, { ...REACHED, account: STRANGER }], requests: [] },
    [UNPAID, UNBOOKED],
  ],
  [
    "the same amount to another vault",
    {
      movements: [PAID, { ...REACHED, account: SECOND_VAULT }],
      requests: [{ kind: "deposit", vault: SECOND_VAULT, amount: ASSETS }],
    },
    [UNPAID, UNBOOKED],
  ],
  ["the amount kept from the vault that books it", { movements: [PAID, { ...REACHED, account: STRANGER }] }, [UNPAID]],
  [
    "more than shown",
    { movements: [{ ...PAID, delta: -ASSETS - 1n }, REACHED] },
    [{ field: "moved", difference: { ...moved, simulated: -ASSETS - 1n } }],
  ],
  [
    "another token besides",
    { movements: [...effects().movements, { account: ACCOUNT, token: STRANGER, delta: -9n }] },
    [
      {
        field: "moved",
        difference: {
          ...moved,
          token: STRANGER,
          symbol: STRANGER.slice(0, 10),
          decimals: 0,
          expected: 0n,
          simulated: -9n,
        },
      },
    ],
  ],
  [
    "coins besides",
    { coinsSpent: 5n },
    [
      {
        field: "moved",
        difference: { account: ACCOUNT, token: "native", symbol: "ETH", decimals: 18, expected: 0n, simulated: -5n },
      },
    ],
  ],
  [
    "a small request of the other kind in the vault that was paid",
    { requests: [{ kind: "redeem", vault: VAULT, amount: ASSETS }] },
    [UNBOOKED],
  ],
  [
    "what waits in another vault, paid to a stranger",
    { settled: [{ vault: SECOND_VAULT, receiver: STRANGER }] },
    [{ field: "settled", vault: SECOND_VAULT, receiver: STRANGER }],
  ],
  [
    "another request cancelled",
    { settled: [{ vault: SECOND_VAULT, receiver: null }] },
    [{ field: "settled", vault: SECOND_VAULT, receiver: null }],
  ],
  [
    "a split that was not shown",
    { stored: [{ asset: USDC.address, parts: [{ vault: VAULT, weight: 10_000n }] }] },
    [{ field: "split", asset: USDC.address, isStored: true }],
  ],
  [
    "an allowance for a stranger",
    { granted: [{ kind: "allowance", token: USDC.address, spender: STRANGER, amount: 1n }] },
    [{ field: "allowance", token: USDC.address, spender: STRANGER }],
  ],
  [
    "an allowance that the router keeps",
    { granted: [{ kind: "allowance", token: USDC.address, spender: ROUTER, amount: 1n }] },
    [{ field: "allowance", token: USDC.address, spender: ROUTER }],
  ],
  [
    "an operator",
    { granted: [{ kind: "operator", contract: VAULT, operator: STRANGER }] },
    [{ field: "operator", contract: VAULT, operator: STRANGER }],
  ],
  ["other code for the account", { isDelegated: true }, [{ field: "authorisations", shown: "0", signed: "1" }]],
  ["one call after the other", { isAtomic: false }, [{ field: "atomic" }]],
])("error: %s is a difference", (_name, changes, differences) => {
  expect(effectDifferences(PLAN, effects(changes))).toEqual(differences);
});

const ETHER = 10n ** 18n;
const WETH = { address: `0x${"e7".repeat(20)}`, symbol: "WETH", decimals: 18 } as const;
const COIN = { account: ACCOUNT, token: "native", symbol: "ETH", decimals: 18 } as const;
const WRAPPED = { account: VAULT, token: WETH.address, symbol: "WETH", decimals: 18, delta: ETHER } as const;
const IN_COIN = depositPlan({
  isBatch: true,
  isSafe: true,
  intent: {
    ...DEPOSIT,
    parts: [{ vault: VAULT_NAME, assets: tokenAmount(ETHER) }],
    asset: WETH,
    assets: tokenAmount(ETHER),
    isPaidInCoin: true,
  } as Intent,
  expectedMovements: [{ ...COIN, delta: -ETHER }, WRAPPED],
});
const unwrapped = { field: "moved", difference: { ...WRAPPED, delta: undefined, expected: ETHER, simulated: 0n } };

// No log of a transaction tells that coins left: its receipt has the vault's movement alone.
test.each<readonly [string, Partial<Effects>, readonly object[]]>([
  ["paid as shown", { coinsSpent: ETHER }, []],
  ["paid by a Safe, of which nobody can tell", { coinsSpent: null }, []],
  ["paid while other coins came in", { coinsSpent: ETHER - 1n }, []],
  [
    "paid with more coins than shown",
    { coinsSpent: ETHER + 5n },
    [{ field: "moved", difference: { ...COIN, expected: -ETHER, simulated: -ETHER - 5n } }],
  ],
  [
    "not paid at all",
    { coinsSpent: 0n, movements: [], requests: [] },
    [unwrapped, { field: "request", vault: VAULT_NAME, token: WETH, shown: ETHER, found: 0n }],
  ],
])("behavior: a deposit in the coin, %s", (_name, changes, differences) => {
  const paid = effects({
    movements: [WRAPPED],
    requests: [{ kind: "deposit", vault: VAULT, amount: ETHER }],
    ...changes,
  });
  expect(effectDifferences(IN_COIN, paid)).toEqual(differences);
});

test("error: nothing at all is a difference in all of what was promised", () => {
  const owed = { field: "moved", difference: { ...moved, simulated: 0n } };
  expect(effectDifferences(PLAN, NOTHING)).toEqual([owed, UNPAID, UNBOOKED]);
});

test("behavior: a withdrawal from several vaults is held against each vault's books", () => {
  const share = { address: VAULT, symbol: "s", decimals: 18 };
  const second = { address: SECOND_VAULT, name: "second" };
  const intent: Intent = {
    kind: "redeem",
    parts: [
      { vault: VAULT_NAME, share, shares: shares(3n) },
      { vault: second, share: { ...share, address: SECOND_VAULT }, shares: shares(4n) },
    ],
  };
  const requests = [{ kind: "redeem", vault: VAULT, amount: 3n }] as const;
  const found = effectDifferences({ ...PLAN, intent, expectedMovements: [] }, { ...NOTHING, requests });
  expect(found).toMatchObject([{ field: "request", vault: { address: SECOND_VAULT }, shown: 4n, found: 0n }]);
});

const SPLIT = [
  { vault: VAULT, weight: 4_000n },
  { vault: SECOND_VAULT, weight: 6_000n },
];

test.each<readonly [string, Effects["stored"], readonly object[]]>([
  ["as shown", [{ asset: USDC.address, parts: SPLIT }], []],
  [
    "at last as shown",
    [
      { asset: USDC.address, parts: [] },
      { asset: USDC.address, parts: SPLIT },
    ],
    [],
  ],
  ["not at all", [], [{ field: "split", asset: USDC.address, isStored: false }]],
  [
    "with other weights",
    [{ asset: USDC.address, parts: SPLIT.map((part) => ({ ...part, weight: 5_000n })) }],
    [{ field: "split", asset: USDC.address, isStored: true }],
  ],
  [
    "and another asset's besides",
    [
      { asset: USDC.address, parts: SPLIT },
      { asset: STRANGER, parts: SPLIT },
    ],
    [{ field: "split", asset: STRANGER, isStored: true }],
  ],
])("behavior: the split that a deposit keeps, %s", (_name, stored, differences) => {
  const parts = [
    { vault: VAULT_NAME, assets: tokenAmount(600_000_000n) },
    { vault: { address: SECOND_VAULT, name: "second" }, assets: tokenAmount(900_000_000n) },
  ];
  const intent = { ...DEPOSIT, parts, storesAllocation: true } as Intent;
  const plan = { ...PLAN, intent, expectedMovements: [] };
  const requests = parts.map(
    ({ vault, assets }) => ({ kind: "deposit", vault: vault.address, amount: assets }) as const,
  );
  expect(effectDifferences(plan, { ...NOTHING, requests, stored })).toEqual(differences);
});

test("default: without effect is what touched nothing of the account's", () => {
  expect(isWithoutEffect(PLAN, NOTHING)).toBe(true);
  expect(
    isWithoutEffect(PLAN, { ...NOTHING, movements: [{ account: STRANGER, token: USDC.address, delta: 1n }] }),
  ).toBe(true);
  expect(isWithoutEffect(PLAN, effects())).toBe(false);
  expect(isWithoutEffect(PLAN, { ...NOTHING, isDelegated: true })).toBe(false);
  expect(isWithoutEffect(PLAN, { ...NOTHING, coinsSpent: 10n ** 18n })).toBe(false);
  expect(isWithoutEffect(PLAN, { ...NOTHING, coinsSpent: -5n })).toBe(true);
  expect(isWithoutEffect(PLAN, { ...NOTHING, settled: [{ vault: VAULT, receiver: null }] })).toBe(false);
  expect(isWithoutEffect(PLAN, { ...NOTHING, stored: [{ asset: USDC.address, parts: [] }] })).toBe(false);
  const granted = [{ kind: "operator", contract: VAULT, operator: STRANGER }] as const;
  expect(isWithoutEffect(PLAN, { ...NOTHING, granted })).toBe(false);
});
