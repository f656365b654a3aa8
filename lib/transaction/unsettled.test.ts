import { describe, expect, test } from "vitest";
import { nextCommand } from "./nextCommand";
import { DEPOSIT, depositManyCall, depositPlan } from "./planFixture";
import { reduceTransaction } from "./reduceTransaction";
import { deserialiseTransaction, serialiseTransaction } from "./storedTransaction";
import type { TransactionEvent } from "./TransactionEvent";
import type { TransactionState } from "./TransactionState";

const HASH = `0x${"7".repeat(64)}` as const;
const OTHER = `0x${"8".repeat(64)}` as const;
const plan = depositPlan({ steps: [{ kind: "act", call: depositManyCall() }] });
const SENT: TransactionState = {
  status: "broadcast",
  delay: null,
  plan,
  finished: [],
  nonce: null,
  hash: HASH,
  sentNonce: 7,
  earlierHashes: [],
};

const retried = { type: "retried" } as const;
const mined = (isSuccess: boolean) =>
  ({ type: "included", hash: HASH, blockNumber: 9n, isSuccess, revert: null }) as const;
const counted = (hash: typeof HASH | typeof OTHER, confirmations: number) =>
  ({ type: "confirmationsCounted", hash, confirmations }) as const;

function run(events: readonly TransactionEvent[], from: TransactionState = SENT): TransactionState {
  return events.reduce(reduceTransaction, from);
}

describe.each<readonly [string, TransactionEvent, typeof HASH | typeof OTHER]>([
  ["reverted", mined(false), HASH],
  ["replaced", { type: "replaced", byHash: OTHER, cause: "replaced" }, OTHER],
  ["cancelled", { type: "replaced", byHash: OTHER, cause: "cancelled" }, OTHER],
])("%s", (status, end, ending) => {
  const ended = run([end, counted(ending, 1)]);

  test("default: is told at once, and followed until one more block is on top", () => {
    expect(ended.status).toBe(status);
    expect(nextCommand(ended)).toEqual({ kind: "follow", hash: HASH });
    expect(run([end], ended)).toBe(ended);
    const settled = run([counted(ending, 2)], ended);
    expect(nextCommand(settled)).toEqual({ kind: "none" });
    expect(run([retried], settled)).toEqual({ status: "planning", intent: plan.intent, nonce: null });
  });

  test("behavior: another attempt waits until then, also over a reload", () => {
    const waiting = run([retried], ended);
    expect(waiting).toMatchObject({ status, isRetried: true });
    expect(run([retried], waiting)).toBe(waiting);
    const stored = deserialiseTransaction(serialiseTransaction(waiting));
    expect(stored).toEqual({ ok: true, state: waiting });
    expect(run([counted(ending, 2)], waiting)).toEqual({ status: "planning", intent: plan.intent, nonce: null });
  });

  test("error: what a reorganisation takes back is on its way again, and nothing else begins", () => {
    expect(run([retried, { type: "reorganised" }], ended)).toEqual(SENT);
    expect(run([retried, mined(true), retried], ended)).toMatchObject({ status: "pending", hash: HASH });
  });

  test("behavior: an intent that is begun meanwhile is bound to its number", () => {
    expect(run([{ type: "intended", intent: DEPOSIT }], ended)).toMatchObject({ status: "planning", nonce: 7 });
  });

  test("error: blocks on another transaction settle nothing", () => {
    expect(run([counted(`0x${"9".repeat(64)}` as typeof HASH, 5)], ended)).toBe(ended);
  });
});
