import { describe, expect, test } from "vitest";
import type { Hex } from "@/lib/vault/Token";
import type { Delay } from "./Delay";
import { nextCommand } from "./nextCommand";
import {
  ACCOUNT,
  approveStep,
  CHAIN_ID,
  DEPOSIT,
  depositManyCall,
  depositPlan,
  NOW,
  REDEEM,
  STRANGER,
} from "./planFixture";
import { reduceTransaction } from "./reduceTransaction";
import { restore, resume } from "./resume";
import type { TransactionEvent } from "./TransactionEvent";
import type { TransactionState, TransactionStatus } from "./TransactionState";

const HASH: Hex = `0x${"11".repeat(32)}`;
const OTHER: Hex = `0x${"22".repeat(32)}`;
const ACT = { kind: "act", call: depositManyCall() } as const;
const ACT_ONLY = depositPlan({ steps: [ACT] });
const WITH_APPROVAL = depositPlan({ steps: [approveStep(), ACT] });
const WITH_SWITCH = depositPlan({ steps: [{ kind: "switchChain", chainId: CHAIN_ID }, ACT] });
const IDLE: TransactionState = { status: "idle" };

const intended: TransactionEvent = { type: "intended", intent: DEPOSIT };
const planned = (plan = ACT_ONLY): TransactionEvent => ({ type: "planned", plan });
const simulated = (step = 0, isCompared = true): TransactionEvent => ({
  type: "simulated",
  planId: "plan-1",
  step,
  networkFeeWei: 9n,
  isCompared,
});
const accepted: TransactionEvent = { type: "accepted" };
const asked: TransactionEvent = { type: "asked", nonce: 5 };
const sent: TransactionEvent = { type: "sent", hash: HASH };
const included: TransactionEvent = { type: "included", hash: HASH, blockNumber: 101n, isSuccess: true, revert: null };
const counted = (confirmations: number): TransactionEvent => ({
  type: "confirmationsCounted",
  hash: HASH,
  confirmations,
});
const toAsked: readonly TransactionEvent[] = [intended, planned(), simulated(), accepted, asked];
const toBroadcast = [...toAsked, sent];

function run(events: readonly TransactionEvent[], from: TransactionState = IDLE): TransactionState {
  return events.reduce(reduceTransaction, from);
}

describe("the way to the end", () => {
  test.each<readonly [string, readonly TransactionEvent[], TransactionStatus]>([
    ["intended", [intended], "planning"],
    ["planned", [intended, planned()], "simulating"],
    [
      "blocked while planning",
      [intended, { type: "blocked", planId: null, reason: { kind: "notPlanned", code: "x" } }],
      "blocked",
    ],
    ["simulated", toAsked.slice(0, 3), "simulated"],
    ["accepted", toAsked.slice(0, 4), "awaitingSignature"],
    ["rejected", [...toAsked, { type: "rejected" }], "rejected"],
    ["wallet failed", [...toAsked, { type: "walletFailed", code: "x" }], "walletFailed"],
    ["sent", toBroadcast, "broadcast"],
    ["included", [...toBroadcast, included], "pending"],
    ["one confirmation", [...toBroadcast, included, counted(1)], "pending"],
    ["confirmed", [...toBroadcast, included, counted(2)], "confirmed"],
    ["reverted", [...toBroadcast, { ...included, isSuccess: false }], "reverted"],
    ["repriced", [...toBroadcast, { type: "replaced", byHash: OTHER, cause: "repriced" }], "broadcast"],
    ["cancelled", [...toBroadcast, { type: "replaced", byHash: OTHER, cause: "cancelled" }], "cancelled"],
    ["replaced", [...toBroadcast, { type: "replaced", byHash: OTHER, cause: "replaced" }], "replaced"],
    ["dropped", [...toBroadcast, { type: "dropped" }], "dropped"],
    ["dropped, then mined after all", [...toBroadcast, { type: "dropped" }, included], "pending"],
    ["reorganised out", [...toBroadcast, included, { type: "reorganised" }], "broadcast"],
    [
      "reorganised out after confirmation",
      [...toBroadcast, included, counted(2), { type: "reorganised" }],
      "broadcast",
    ],
    ["put into another block", [...toBroadcast, included, counted(2), { ...included, blockNumber: 108n }], "pending"],
    [
      "put into another block, where it fails",
      [...toBroadcast, included, counted(2), { ...included, blockNumber: 108n, isSuccess: false }],
      "reverted",
    ],
    [
      "put into another block of its number, where it fails",
      [...toBroadcast, included, { ...included, isSuccess: false }],
      "reverted",
    ],
    ["dismissed", [...toBroadcast, included, counted(2), { type: "dismissed" }], "idle"],
  ])("default: %s", (_name, events, status) => {
    expect(run(events).status).toBe(status);
  });

  test("behavior: an approval leads on to a fresh simulation of the next step", () => {
    const state = run([intended, planned(WITH_APPROVAL), simulated(), accepted, asked, sent, included, counted(2)]);
    expect(state).toMatchObject({ status: "simulating", finished: [{ kind: "approve", hash: HASH }], nonce: null });
    expect(run([simulated(0)], state).status).toBe("simulating");
    expect(run([simulated(1)], state).status).toBe("simulated");
  });

  test.each([true, false])("behavior: whether movements were compared (%s) stays with the simulation", (isCompared) => {
    expect(run([intended, planned(), simulated(0, isCompared)])).toMatchObject({ networkFeeWei: 9n, isCompared });
  });

  test("behavior: a permit and a chain switch are steps without a hash", () => {
    const permitted = run([
      intended,
      planned(depositPlan()),
      simulated(),
      accepted,
      asked,
      { type: "permitSigned", signature: "0xab" },
    ]);
    expect(permitted).toMatchObject({ status: "simulating", finished: [{ kind: "permit", signature: "0xab" }] });
    const toSwitch = [intended, planned(WITH_SWITCH), simulated(), accepted, asked];
    expect(run([...toSwitch, { type: "chainSwitched", chainId: 1 }]).status).toBe("awaitingSignature");
    expect(run([...toSwitch, { type: "chainSwitched", chainId: CHAIN_ID }])).toMatchObject({
      finished: [{ kind: "switchChain" }],
    });
  });
});

describe("what does not fit changes nothing", () => {
  test.each<readonly [string, readonly TransactionEvent[], TransactionEvent]>([
    ["accepted before the simulation", [intended, planned()], accepted],
    ["sent before the wallet was asked", toAsked.slice(0, 4), sent],
    ["asked a second time", toAsked, { type: "asked", nonce: 6 }],
    ["a plan of another intent", [{ type: "intended", intent: REDEEM }], planned()],
    [
      "a simulation of another plan",
      [intended, planned()],
      { type: "simulated", planId: "plan-0", step: 0, networkFeeWei: 1n, isCompared: true },
    ],
    [
      "a block of another plan",
      [intended, planned()],
      { type: "blocked", planId: "plan-0", reason: { kind: "permitExpired" } },
    ],
    [
      "a block once the wallet is asked",
      toAsked,
      { type: "blocked", planId: "plan-1", reason: { kind: "permitExpired" } },
    ],
    ["a new intent while the wallet is open", toAsked, { type: "intended", intent: REDEEM }],
    ["a new intent while a transaction is on its way", toBroadcast, { type: "intended", intent: REDEEM }],
    ["a receipt of another hash", toBroadcast, { ...included, hash: OTHER }],
    ["the same confirmation counted again", [...toBroadcast, included, counted(1)], counted(1)],
    ["the same block told again when confirmed", [...toBroadcast, included, counted(2)], included],
    ["dismissed on its way", toBroadcast, { type: "dismissed" }],
    ["a retry on its way", toBroadcast, { type: "retried" }],
    ["account changed on its way", toBroadcast, { type: "accountChanged", account: STRANGER }],
    ["dropped after inclusion", [...toBroadcast, included], { type: "dropped" }],
  ])("behavior: %s", (_name, before, event) => {
    const state = run(before);
    expect(reduceTransaction(state, event)).toBe(state);
  });
});

describe("the surroundings change before anything is sent", () => {
  const simulatedState = run(toAsked.slice(0, 3));

  test("behavior: another account, or none, blocks; the same in other case does not", () => {
    expect(run([{ type: "accountChanged", account: STRANGER }], simulatedState)).toMatchObject({
      status: "blocked",
      reason: { kind: "accountChanged" },
    });
    expect(run([{ type: "accountChanged", account: null }], simulatedState).status).toBe("blocked");
    expect(
      run([{ type: "accountChanged", account: ACCOUNT.toUpperCase().replace("0X", "0x") as Hex }], simulatedState),
    ).toBe(simulatedState);
  });

  test("behavior: another chain blocks unless the step is to leave it", () => {
    expect(run([{ type: "chainChanged", chainId: 1 }], simulatedState)).toMatchObject({
      reason: { kind: "chainChanged", chainId: 1 },
    });
    expect(run([{ type: "chainChanged", chainId: 1 }], run([intended, planned(WITH_SWITCH)])).status).toBe(
      "simulating",
    );
  });

  test("behavior: a permit out of date blocks, also between accepting and asking", () => {
    const ready = run([intended, planned(depositPlan()), simulated(), accepted]);
    expect(run([{ type: "timePassed", now: NOW }], ready)).toBe(ready);
    const late = { type: "timePassed", now: (NOW + 900n) as typeof NOW } as const;
    expect(run([late], ready)).toMatchObject({ status: "blocked", reason: { kind: "permitExpired" } });
  });
});

describe("another attempt", () => {
  test("behavior: after a rejection planning is free", () => {
    expect(run([...toAsked, { type: "rejected" }, { type: "retried" }])).toEqual({
      status: "planning",
      intent: DEPOSIT,
      nonce: null,
    });
  });

  test("behavior: after a drop the chain is looked at, then only the same nonce is asked for", () => {
    const doubtful = run([...toBroadcast, { type: "dropped" }, { type: "retried" }]);
    expect(nextCommand(doubtful)).toMatchObject({ kind: "observe", nonce: 5, knownHashes: [HASH] });
    expect(resume(doubtful, { kind: "found", hash: HASH })).toMatchObject({ status: "broadcast", sentNonce: 5 });
    expect(resume(doubtful, { kind: "nonceUsedByOther" })).toMatchObject({ status: "planning", nonce: null });
    const again = run([planned(), simulated(), accepted], resume(doubtful, { kind: "nonceUnused" }));
    expect(nextCommand(again)).toMatchObject({ kind: "ask", nonce: 5 });
    expect(run([{ type: "asked", nonce: 6 }], again)).toBe(again);
  });

  test("behavior: a wallet that failed may have sent", () => {
    const doubtful = run([...toAsked, { type: "walletFailed", code: "timeout" }, { type: "retried" }]);
    expect(doubtful).toMatchObject({ status: "unclear", askedNonce: 5, knownHashes: [], isLookedAt: false });
    const stuck = resume(doubtful, { kind: "nonceUsedByOther" });
    expect(nextCommand(stuck)).toEqual({ kind: "none" });
    expect(run([{ type: "dismissed" }], stuck)).toEqual(IDLE);
  });

  test("behavior: a wallet that failed binds the next intent too", () => {
    expect(run([...toAsked, { type: "walletFailed", code: "x" }, { type: "intended", intent: REDEEM }])).toMatchObject({
      nonce: 5,
    });
  });
});

test("behavior: what fails between accepting and asking blocks, and binds no nonce that was not bound", () => {
  const block: TransactionEvent = {
    type: "blocked",
    planId: "plan-1",
    reason: { kind: "notPlanned", code: "rpcUnreachable" },
  };
  const accepting = run(toAsked.slice(0, 4));
  expect(run([block], accepting)).toMatchObject({ status: "blocked", nonce: null, reason: { code: "rpcUnreachable" } });
  expect(run([block, { type: "retried" }], accepting)).toEqual({ status: "planning", intent: DEPOSIT, nonce: null });
});

describe("after a reload", () => {
  test("behavior: what was not asked is planned anew, what was asked is looked for, what was sent is followed", () => {
    expect(restore(run(toAsked.slice(0, 3))).status).toBe("planning");
    expect(restore(run(toAsked.slice(0, 4))).status).toBe("planning");
    expect(restore(run(toAsked)).status).toBe("unclear");
    expect(restore(run(toBroadcast))).toEqual(run(toBroadcast));
    const permitAsked = run([intended, planned(depositPlan()), simulated(), accepted, asked]);
    expect(restore(permitAsked)).toMatchObject({ status: "planning", nonce: null });
  });
});

test("behavior: what is confirmed is watched on, because a reorganisation may take it out of its block", () => {
  const confirmed = run([...toBroadcast, included, counted(2)]);
  expect(nextCommand(confirmed)).toEqual({ kind: "follow", hash: HASH });
  expect(reduceTransaction(confirmed, { type: "reorganised" })).toMatchObject({ status: "broadcast", delay: null });
});

describe("what a wallet did otherwise, and what waits", () => {
  const differences = [{ field: "to", shown: ACCOUNT, signed: STRANGER }] as const;
  const delayed = (delay: Delay): TransactionEvent => ({ type: "delayed", hash: HASH, delay });
  const cancel: TransactionEvent = { type: "replacementSent", kind: "cancel", hash: HASH, byHash: OTHER };

  test("behavior: a permit that is not of what was shown is thrown away, and can be tried again", () => {
    const asking = run([intended, planned(depositPlan()), simulated(), accepted, asked]);
    const state = reduceTransaction(asking, { type: "signedOther", differences });
    expect(state).toMatchObject({ status: "signedOther", differences, finished: [] });
    expect(reduceTransaction(state, { type: "retried" })).toMatchObject({ status: "planning", nonce: null });
    expect(run([...toAsked, { type: "signedOther", differences }])).toEqual(run(toAsked));
  });

  test("behavior: a transaction that is not the one shown ends it at once, also when it is in a block", () => {
    const other: TransactionEvent = { type: "sentOther", hash: HASH, differences };
    expect(run([...toBroadcast, other])).toMatchObject({ status: "sentOther", hash: HASH, differences });
    const done = run([...toBroadcast, included, counted(2), other, counted(3)]);
    expect(done).toMatchObject({ status: "sentOther" });
    // Whatever it is, it may be carried out: there is no trying again, only putting it away and looking.
    expect(reduceTransaction(done, { type: "retried" })).toBe(done);
    expect(reduceTransaction(done, { type: "dismissed" })).toEqual({ status: "idle" });
    expect(run([...toBroadcast, { ...other, hash: OTHER }])).toEqual(run(toBroadcast));
    expect(run([...toBroadcast, cancel, { ...other, hash: OTHER }])).toMatchObject({ status: "sentOther" });
  });

  test("behavior: a delay is told once, and is over when it is in a block", () => {
    const waits = run([...toBroadcast, delayed({ kind: "nonceGap", missing: 3 })]);
    expect(waits).toMatchObject({ status: "broadcast", delay: { kind: "nonceGap", missing: 3 } });
    expect(reduceTransaction(waits, delayed({ kind: "nonceGap", missing: 3 }))).toBe(waits);
    expect(reduceTransaction(waits, delayed({ kind: "nonceGap", missing: 4 }))).not.toBe(waits);
    expect(reduceTransaction(waits, included)).toMatchObject({ status: "pending" });
    expect(run([...toBroadcast, included, delayed({ kind: "stuck" })])).toMatchObject({ status: "pending" });
  });

  test("behavior: sped up, the faster hash is followed; cancelled, the first one is, until the number is used", () => {
    const faster = run([...toBroadcast, { ...cancel, kind: "speedUp" } as TransactionEvent]);
    expect(faster).toMatchObject({ status: "broadcast", delay: null, hash: OTHER, earlierHashes: [HASH] });
    const cancelling = run([...toBroadcast, cancel]);
    expect(cancelling).toMatchObject({ hash: HASH, delay: { kind: "cancelling", byHash: OTHER } });
    expect(reduceTransaction(cancelling, { type: "replaced", byHash: OTHER, cause: "cancelled" })).toMatchObject({
      status: "cancelled",
      byHash: OTHER,
    });
    expect(reduceTransaction(cancelling, included)).toMatchObject({ status: "pending", hash: HASH });
  });
});
