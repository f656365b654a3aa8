import { describe, expect, test } from "vitest";
import { atRest, boundNumber } from "./boundNumber";
import { isStoredState } from "./isStoredState";
import { approveStep, DEPOSIT, depositManyCall, depositPlan } from "./planFixture";
import { reduceTransaction } from "./reduceTransaction";
import { restore } from "./resume";
import { deserialiseTransaction, serialiseTransaction } from "./storedTransaction";
import type { TransactionEvent } from "./TransactionEvent";
import type { TransactionState } from "./TransactionState";

const ACT = { kind: "act", call: depositManyCall() } as const;
const PROGRESS = { plan: depositPlan({ steps: [ACT] }), finished: [], nonce: null };
const BATCH = { ...PROGRESS, plan: depositPlan({ steps: [approveStep(), ACT], isBatch: true }) };
const HASH = `0x${"7".repeat(64)}` as const;
const SENT = { ...PROGRESS, hash: HASH, sentNonce: 7, earlierHashes: [] };
const UNCLEAR = { status: "unclear", ...PROGRESS, askedNonce: 7, knownHashes: [], isLookedAt: false } as const;
const USED = { kind: "numberUsed", nonce: 7 } as const;

function run(events: readonly TransactionEvent[], from: TransactionState): TransactionState {
  return events.reduce(reduceTransaction, from);
}

const MAY_STILL_BE_MINED: readonly TransactionState[] = [
  { status: "dropped", ...SENT },
  { status: "reverted", ...SENT, blockNumber: 9n, revert: null },
  { status: "cancelled", ...SENT, byHash: HASH },
  { status: "replaced", ...SENT, byHash: HASH },
  { status: "walletFailed", ...PROGRESS, nonce: 7, code: "walletFailed" },
  { ...UNCLEAR, isSilent: true },
  { status: "rejected", ...PROGRESS, nonce: 7 },
  { status: "blocked", intent: DEPOSIT, plan: null, nonce: 7, reason: { kind: "otherTab" } },
];

describe.each(MAY_STILL_BE_MINED)("$status", (state) => {
  test("default: closed, it still binds the next attempt to its number, and that after a reload", () => {
    const closed = run([{ type: "dismissed" }], state);
    expect(closed).toEqual({ status: "idle", nonce: 7 });
    expect(run([{ type: "dismissed" }], closed)).toEqual(closed);
    const stored = deserialiseTransaction(serialiseTransaction(closed));
    if (!stored.ok) throw new TypeError(stored.reason);
    const next = run([{ type: "intended", intent: DEPOSIT }], restore(stored.state));
    expect(next).toEqual({ status: "planning", intent: DEPOSIT, nonce: 7 });
    expect(run([{ type: "planned", plan: BATCH.plan }], next)).toBe(next);
  });
});

test("default: with another number nothing is put to the wallet", () => {
  const simulated = { status: "simulated", networkFeeWei: 1n, isCompared: true, ...PROGRESS, nonce: 7 } as const;
  const accepted = run([{ type: "accepted" }], simulated);
  expect(run([{ type: "asked", nonce: 8 }], accepted)).toBe(accepted);
  expect(run([{ type: "asked", nonce: 7 }], accepted)).toMatchObject({ askedNonce: 7 });
});

test.each(["dismissed", "retried"] as const)("behavior: the person told that it is used, %s frees the next", (type) => {
  const bound: TransactionState = { status: "planning", intent: DEPOSIT, nonce: 7 };
  const told = run([{ type: "blocked", planId: null, reason: USED }], bound);
  expect(told).toMatchObject({ status: "blocked", reason: USED });
  expect(run([{ type }, { type: "intended", intent: DEPOSIT }], told)).toMatchObject({
    status: "planning",
    nonce: null,
  });
  // A reload is nobody's answer: it is told again.
  expect(restore(told)).toMatchObject({ status: "planning", nonce: 7 });
});

test.each<TransactionState>([
  { status: "confirmed", ...SENT, blockNumber: 9n },
  { status: "reverted", ...SENT, blockNumber: 9n, revert: null, isSettled: true },
  { status: "reverted", ...SENT, batchId: "0x70", blockNumber: 9n, revert: null },
  { status: "cancelled", ...SENT, byHash: HASH, isSettled: true },
  { ...UNCLEAR, isLookedAt: true },
  { ...UNCLEAR, ...BATCH, isLookedAt: true },
  { ...UNCLEAR, ...BATCH, isSilent: true },
  { status: "batchFailed", ...BATCH, batchId: "0x70", sentNonce: 7 },
])("behavior: a number that is used, or none, binds nothing: $status", (state) => {
  expect(boundNumber(state)).toBeNull();
  expect(atRest(state)).toEqual({ status: "idle" });
});

test("error: a stored number that is none is damage", () => {
  expect(isStoredState({ status: "idle", nonce: "7" })).toBe(false);
  expect(isStoredState({ status: "idle" })).toBe(true);
});
