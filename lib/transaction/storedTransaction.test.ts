import fc from "fast-check";
import { expect, test } from "vitest";
import type { SentDifference } from "./effectDifferences";
import { withRefusal } from "./Intent";
import {
  ACCOUNT,
  approveStep,
  CHAIN_ID,
  DEPOSIT,
  depositManyCall,
  depositPlan,
  STRANGER,
  USDC,
  VAULT,
} from "./planFixture";
import { deserialiseTransaction, serialiseTransaction, storageKey } from "./storedTransaction";
import type { TransactionState } from "./TransactionState";

const PLAN = depositPlan({
  isBatch: true,
  steps: [{ kind: "switchChain", chainId: CHAIN_ID }, approveStep(), { kind: "act", call: depositManyCall() }],
});
const HASH = `0x${"11".repeat(32)}` as const;
const PROGRESS = { plan: PLAN, finished: [{ kind: "switchChain" }] as const, nonce: null };
const SENT = { ...PROGRESS, hash: HASH, sentNonce: 3, earlierHashes: [HASH] };

const EFFECTS: readonly SentDifference[] = [
  {
    field: "moved",
    difference: {
      account: ACCOUNT,
      token: "native",
      symbol: "ETH",
      decimals: 18,
      expected: 0n,
      simulated: -(10n ** 30n),
    },
  },
  { field: "request", vault: { address: VAULT, name: "v" }, token: USDC, shown: 1n, found: 0n },
  { field: "settled", vault: VAULT, receiver: STRANGER },
  { field: "settled", vault: VAULT, receiver: null },
  { field: "split", asset: USDC.address, isStored: false },
  { field: "allowance", token: USDC.address, spender: STRANGER },
  { field: "operator", contract: VAULT, operator: STRANGER },
  { field: "allowanceKept", token: USDC.address, spender: STRANGER },
  { field: "operatorKept", contract: VAULT, operator: STRANGER },
  { field: "atomic" },
];

const STATES: readonly TransactionState[] = [
  { status: "idle" },
  { status: "planning", intent: DEPOSIT, nonce: 4 },
  { status: "simulating", ...PROGRESS },
  { status: "blocked", intent: DEPOSIT, plan: null, reason: { kind: "permitExpired" }, nonce: null },
  { status: "simulated", ...PROGRESS, networkFeeWei: 10n ** 40n, isCompared: false },
  { status: "awaitingSignature", ...PROGRESS, askedNonce: 3 },
  { status: "awaitingSignature", ...PROGRESS, askedNonce: 3, networkFeeWei: 21n },
  { status: "rejected", ...PROGRESS },
  { status: "walletFailed", ...PROGRESS, code: "x" },
  { status: "unclear", ...PROGRESS, askedNonce: 3, knownHashes: [HASH], isLookedAt: true },
  { status: "broadcast", ...SENT, delay: null },
  { status: "broadcast", ...SENT, delay: { kind: "nonceGap", missing: 2 } },
  { status: "broadcast", ...SENT, delay: { kind: "stuck" } },
  { status: "broadcast", ...SENT, delay: { kind: "cancelling", byHash: HASH } },
  { status: "pending", ...SENT, blockNumber: 8n, confirmations: 1 },
  { status: "confirmed", ...SENT, blockNumber: 8n },
  {
    status: "reverted",
    ...SENT,
    blockNumber: 8n,
    revert: { errorName: "StrategyVault_Dead", arguments: { n: -5n }, raw: "0x" },
  },
  { status: "replaced", ...SENT, byHash: HASH },
  { status: "cancelled", ...SENT, byHash: HASH },
  { status: "dropped", ...SENT },
  { status: "sentOther", ...SENT, differences: [{ field: "data", shown: "0x12", signed: "0x34" }] },
  { status: "batchSent", ...PROGRESS, batchId: "0x70", sentNonce: 3, delay: "untraced" },
  { status: "batchSent", ...PROGRESS, batchId: "0x70", sentNonce: 3, delay: "stillOpen" },
  { status: "batchFailed", ...PROGRESS, batchId: "0x70", sentNonce: 3 },
  { status: "pending", ...SENT, batchId: "0x70", blockNumber: 8n, confirmations: 1 },
  { status: "planning", intent: withRefusal(DEPOSIT, { kind: "batch", why: "upgrade" }), nonce: null },
  { status: "sentOther", ...SENT, batchId: "0x70", differences: EFFECTS },
  { status: "signedOther", ...PROGRESS, differences: [{ field: "signer", shown: "0x12", signed: "0x34" }] },
];

test.each(STATES)("default: $status comes back as it was", (state) => {
  expect(deserialiseTransaction(serialiseTransaction(state))).toEqual({ ok: true, state });
});

test("default: one key for each chain and account, whatever the case of the address", () => {
  expect(storageKey(1, `0x${"AB".repeat(20)}`)).toBe(storageKey(1, `0x${"ab".repeat(20)}`));
  expect(storageKey(1, HASH)).not.toBe(storageKey(2, HASH));
});

test.each([
  [null, "absent"],
  ["", "absent"],
  ["{", "notJson"],
  ["[".repeat(200_000), "notJson"],
  ["null", "foreign"],
  ['{"application":"other"}', "foreign"],
  ['{"application":"ballast","version":0}', "otherVersion"],
  ['{"application":"ballast","version":1}', "damaged"],
  ['{"application":"ballast","version":1,"state":{"status":"toString"}}', "damaged"],
  ['{"application":"ballast","version":1,"state":{"status":"broadcast"}}', "damaged"],
  ["x".repeat(1_000_001), "tooLong"],
])("error: text %# is refused with its reason", (text, reason) => {
  expect(deserialiseTransaction(text)).toEqual({ ok: false, reason });
});

test("error: a bigint that is none is damage", () => {
  const text = serialiseTransaction({ status: "broadcast", delay: null, ...SENT }).replace(
    '{"$bigint":"100"}',
    '{"$bigint":"1e9"}',
  );
  expect(deserialiseTransaction(text)).toEqual({ ok: false, reason: "damaged" });
});

test("error: an earliest date is optional, but if there it is a date", () => {
  const at = PROGRESS.plan.blockTimestamp;
  const consequences = [{ kind: "executesAt", at, isFixed: false, earliest: at }] as const;
  const dated: TransactionState = { status: "broadcast", delay: null, ...SENT, plan: { ...SENT.plan, consequences } };
  const text = serialiseTransaction(dated);
  expect(deserialiseTransaction(text)).toEqual({ ok: true, state: dated });
  const damaged = text.replace(/"earliest":{[^}]*}/, '"earliest":"soon"');
  expect(deserialiseTransaction(damaged)).toEqual({ ok: false, reason: "damaged" });
});

test("error: no text throws, and no field can be lost", () => {
  const whole = serialiseTransaction({ status: "pending", ...SENT, blockNumber: 8n, confirmations: 1 });
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(30), fc.string({ maxLength: 5 }), (start, length, filling) => {
      const damaged = whole.slice(0, start) + filling + whole.slice(start + length);
      const result = deserialiseTransaction(damaged);
      if (result.ok) expect(result.state.status).toBe("pending");
    }),
    { numRuns: 500 },
  );
  fc.assert(fc.property(fc.string(), (text) => deserialiseTransaction(text).ok === false));
  fc.assert(fc.property(fc.json(), (text) => deserialiseTransaction(text).ok === false));
});
