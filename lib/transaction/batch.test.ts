import { describe, expect, test } from "vitest";
import { batchOf } from "./batch";
import { atRest } from "./boundNumber";
import { refusalsOf } from "./Intent";
import { canBeLeft, isFree, isSent, isUnderWay } from "./isUnderWay";
import { nextCommand } from "./nextCommand";
import { approveStep, CHAIN_ID, DEPOSIT, depositManyCall, depositPlan, permitStep } from "./planFixture";
import { reduceTransaction } from "./reduceTransaction";
import { restore, resume } from "./resume";
import { deserialiseTransaction, serialiseTransaction } from "./storedTransaction";
import type { TransactionEvent } from "./TransactionEvent";
import type { TransactionState } from "./TransactionState";

const ACT = { kind: "act", call: depositManyCall() } as const;
const PLAN = depositPlan({ steps: [approveStep({ amount: 0n }), approveStep(), ACT], isBatch: true });
const ID = "0x706c616e2d31";
const HASH = `0x${"11".repeat(32)}` as const;

const asked: readonly TransactionEvent[] = [
  { type: "intended", intent: DEPOSIT },
  { type: "planned", plan: PLAN },
  { type: "simulated", planId: "plan-1", step: 0, networkFeeWei: 9n, isCompared: true },
  { type: "accepted" },
  { type: "asked", nonce: 5 },
];
const taken: readonly TransactionEvent[] = [...asked, { type: "batchSent", batchId: ID }];
const included: TransactionEvent = {
  type: "batchIncluded",
  batchId: ID,
  hash: HASH,
  blockNumber: 101n,
  isSuccess: true,
  revert: null,
};
const counted: TransactionEvent = { type: "confirmationsCounted", hash: HASH, confirmations: 2 };

function run(events: readonly TransactionEvent[], from: TransactionState = { status: "idle" }): TransactionState {
  return events.reduce(reduceTransaction, from);
}

describe("batchOf", () => {
  test("default: every call of the plan, in order, under the plan's own name in hex", () => {
    expect(batchOf({ plan: PLAN, finished: [] })).toEqual({
      id: ID,
      calls: PLAN.steps.map((step) => ("call" in step ? step.call : null)),
    });
  });

  test("behavior: a chain switch comes first, and is no part of it", () => {
    const plan = { ...PLAN, steps: [{ kind: "switchChain", chainId: CHAIN_ID } as const, ...PLAN.steps] };
    expect(batchOf({ plan, finished: [] })).toBeNull();
    expect(batchOf({ plan, finished: [{ kind: "switchChain" }] })?.calls).toHaveLength(3);
  });

  test("default: a plan that goes step by step is none", () => {
    expect(batchOf({ plan: { ...PLAN, isBatch: false }, finished: [] })).toBeNull();
    expect(batchOf({ plan: depositPlan({ steps: [permitStep(), ACT] }), finished: [] })).toBeNull();
  });
});

describe("the life of a batch", () => {
  test("default: one question, one name, one transaction, confirmed without another step", () => {
    const sent = run(taken);
    expect(sent).toMatchObject({ status: "batchSent", batchId: ID, sentNonce: 5, delay: null });
    expect([isFree(sent), isUnderWay(sent), isSent(sent)]).toEqual([false, true, true]);
    expect(nextCommand(sent)).toEqual({ kind: "followBatch", batchId: ID });
    const pending = run([included], sent);
    expect(pending).toMatchObject({ status: "pending", hash: HASH, batchId: ID, blockNumber: 101n });
    expect(nextCommand(pending)).toEqual({ kind: "followBatch", batchId: ID });
    expect(run([counted], pending)).toMatchObject({ status: "confirmed", batchId: ID, finished: [] });
  });

  test("behavior: a reorganisation leads back to the wallet's name of it", () => {
    const back = run([included, counted, { type: "reorganised" }], run(taken));
    // What it was seen as may come back in any block, also when the wallet forgets it meanwhile.
    expect(back).toEqual({ ...run(taken), knownHashes: [HASH] });
    expect(deserialiseTransaction(serialiseTransaction(back))).toEqual({ ok: true, state: back });
    const forgotten = run([{ type: "batchForgotten", batchId: ID }], back);
    expect(resume(forgotten, { kind: "batchKnown", batchId: ID })).toEqual(back);
    expect(run([included], back).status).toBe("pending");
  });

  test("behavior: one that failed is followed until it is settled; another attempt waits, and a reorganisation takes it up again", () => {
    const failed = run([{ ...included, isSuccess: false }], run(taken));
    expect(nextCommand(failed)).toEqual({ kind: "followBatch", batchId: ID });
    expect(atRest(failed)).toEqual({ status: "idle" });
    const waiting = run([{ type: "retried" }], failed);
    expect(waiting).toMatchObject({ status: "reverted", isRetried: true });
    expect(run([counted], waiting)).toEqual({ status: "planning", intent: PLAN.intent, nonce: null });
    expect(nextCommand(run([counted], failed))).toEqual({ kind: "none" });
    const back = run([{ type: "reorganised" }], waiting);
    expect(back).toEqual({ ...run(taken), knownHashes: [HASH] });
    expect(run([included], back)).toMatchObject({ status: "pending", hash: HASH });
  });

  test.each<readonly [TransactionEvent, object]>([
    [
      { ...included, isSuccess: false },
      { status: "reverted", hash: HASH, batchId: ID },
    ],
    [{ type: "batchFailed", batchId: ID }, { status: "batchFailed" }],
    [
      { type: "batchForgotten", batchId: ID },
      { status: "unclear", isLookedAt: true, askedNonce: 5 },
    ],
    [{ type: "batchSentOther", batchId: ID, hash: HASH, differences: [{ field: "atomic" }] }, { status: "sentOther" }],
  ])("behavior: %# ends it", (event, end) => {
    expect(run([event], run(taken))).toMatchObject(end);
  });

  test("error: words about another batch, and about transactions, change nothing", () => {
    const sent = run(taken);
    const others: readonly TransactionEvent[] = [
      { ...included, batchId: "0x01" },
      { type: "batchFailed", batchId: "0x01" },
      { type: "sent", hash: HASH },
      { type: "included", hash: HASH, blockNumber: 1n, isSuccess: true, revert: null },
      { type: "dropped" },
      { type: "batchRefused", why: "chain" },
    ];
    for (const event of others) expect(reduceTransaction(sent, event)).toBe(sent);
  });

  test("behavior: it can be left once the person was told that it takes long, and not before", () => {
    const sent = run(taken);
    expect(run([{ type: "dismissed" }], sent)).toBe(sent);
    const slow = run([{ type: "batchDelayed", batchId: ID, delay: "silent" }], sent);
    expect(run([{ type: "batchDelayed", batchId: ID, delay: "silent" }], slow)).toBe(slow);
    expect(run([{ type: "dismissed" }], slow)).toEqual({ status: "idle" });
  });
});

describe("a wallet that does not take it", () => {
  test("behavior: it is planned anew without a batch, says why, and is reviewed again before anything is asked", () => {
    const planning = run([...asked, { type: "batchRefused", why: "upgrade" }]);
    expect(planning).toMatchObject({ status: "planning", nonce: null });
    const intent = planning.status === "planning" ? planning.intent : DEPOSIT;
    expect(refusalsOf(intent)).toEqual([{ kind: "batch", why: "upgrade" }]);
    const plan = depositPlan({ id: "plan-2", intent, steps: [permitStep(), ACT] });
    const reviewed = run(
      [
        { type: "planned", plan },
        { type: "simulated", planId: "plan-2", step: 0, networkFeeWei: 9n, isCompared: true },
      ],
      planning,
    );
    expect(nextCommand(reviewed)).toEqual({ kind: "none" });
    expect(reviewed).toMatchObject({ status: "simulated", finished: [] });
  });

  test.each(["walletUnsupported", "ledgerUnsupportedTypedData"])(
    "behavior: one that then signs no permit (%s) is asked to approve instead, and both refusals are told",
    (code) => {
      const intent = { ...DEPOSIT, refusals: [{ kind: "batch", why: "chain" }] } as typeof DEPOSIT;
      const plan = depositPlan({ intent, steps: [permitStep(), ACT] });
      const awaiting: TransactionState = {
        status: "awaitingSignature",
        plan,
        finished: [],
        nonce: null,
        askedNonce: 5,
      };
      const planning = run([{ type: "walletFailed", code }], awaiting);
      expect(planning).toMatchObject({ status: "planning", nonce: null });
      const found = planning.status === "planning" ? refusalsOf(planning.intent) : [];
      expect(found.map(({ kind }) => kind)).toEqual(["batch", "permit"]);
    },
  );

  test("behavior: rejected is rejected, and trying again offers the batch again", () => {
    const rejected = run([...asked, { type: "rejected" }]);
    expect(rejected.status).toBe("rejected");
    expect(run([{ type: "retried" }], rejected)).toEqual({ status: "planning", intent: DEPOSIT, nonce: null });
  });

  test("error: a step by step plan knows no answer about a batch", () => {
    const plan = depositPlan({ steps: [approveStep(), ACT] });
    const awaiting: TransactionState = { status: "awaitingSignature", plan, finished: [], nonce: null, askedNonce: 5 };
    expect(run([{ type: "batchSent", batchId: ID }], awaiting)).toBe(awaiting);
    expect(run([{ type: "batchRefused", why: "chain" }], awaiting)).toBe(awaiting);
    const batch: TransactionState = { ...awaiting, plan: PLAN };
    expect(run([{ type: "sent", hash: HASH }], batch)).toBe(batch);
  });
});

describe("a wallet that did not answer", () => {
  test.each<readonly [string, TransactionState]>([
    ["failed", run([...asked, { type: "walletFailed", code: "walletFailed" }])],
    ["was asked before a reload", restore(run(asked))],
  ])("behavior: one that %s is asked for the batch by its name before anything else", (_name, state) => {
    expect(state).toMatchObject({ status: "unclear", isLookedAt: false });
    expect(nextCommand(state)).toMatchObject({ kind: "observe" });
    const known = resume(state, { kind: "batchKnown", batchId: ID });
    expect(known).toEqual(run(taken));
    const unknown = resume(state, { kind: "batchUnknown" });
    expect(unknown).toMatchObject({ status: "unclear", isLookedAt: true });
    expect(run([{ type: "retried" }], unknown)).toBe(unknown);
  });

  test("behavior: one that does not know it is asked on, by its own name, because it may take it later", () => {
    const unknown = resume(restore(run(asked)), { kind: "batchUnknown" });
    expect(nextCommand(unknown)).toMatchObject({ kind: "observe", batchId: ID });
    expect(resume(unknown, { kind: "batchUnknown" })).toBe(unknown);
    expect(resume(unknown, { kind: "silent" })).toBe(unknown);
    expect(resume(unknown, { kind: "batchKnown", batchId: ID })).toEqual(run(taken));
    const named = run([...asked, { type: "batchSent", batchId: "another name" }]);
    const forgotten = run([{ type: "batchForgotten", batchId: "another name" }], named);
    expect(nextCommand(forgotten)).toMatchObject({ kind: "observe", batchId: "another name" });
  });

  test("behavior: it cannot be left before the wallet has answered, or has been silent for long", () => {
    const unclear = restore(run(asked));
    expect(canBeLeft(unclear)).toBe(false);
    expect(run([{ type: "dismissed" }], unclear)).toBe(unclear);
    const silent = resume(unclear, { kind: "silent" });
    expect(deserialiseTransaction(serialiseTransaction(silent))).toEqual({ ok: true, state: silent });
    expect(resume(silent, { kind: "silent" })).toBe(silent);
    expect(nextCommand(silent)).toMatchObject({ kind: "observe", batchId: ID });
    expect(run([{ type: "dismissed" }], silent)).toEqual({ status: "idle" });
    const unknown = resume(silent, { kind: "batchUnknown" });
    expect(run([{ type: "dismissed" }], unknown)).toEqual({ status: "idle" });
  });

  test("behavior: nothing else can begin meanwhile, unless it is certain that it took nothing", () => {
    const unclear = run([...asked, { type: "walletFailed", code: "walletFailed" }]);
    expect(run([{ type: "intended", intent: DEPOSIT }], unclear)).toBe(unclear);
    const failed = run([...asked, { type: "walletFailed", code: "walletWrongChain" }]);
    expect(failed).toMatchObject({ status: "walletFailed", nonce: null });
    expect(run([{ type: "retried" }], failed)).toMatchObject({ status: "planning", nonce: null });
  });

  test("default: what was taken is followed on after a reload", () => {
    expect(restore(run(taken))).toEqual(run(taken));
  });

  test("behavior: a plan bound to a number never goes as a batch", () => {
    expect(nextCommand({ status: "planning", intent: DEPOSIT, nonce: 5 })).toMatchObject({ nonce: 5 });
    expect(nextCommand({ status: "planning", intent: DEPOSIT, nonce: null })).toMatchObject({ nonce: null });
    // Begun before the number was bound, and ready after it.
    const bound: TransactionState = { status: "planning", intent: DEPOSIT, nonce: 5 };
    expect(run([{ type: "planned", plan: PLAN }], bound)).toBe(bound);
  });
});
