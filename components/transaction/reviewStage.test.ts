import { describe, expect, it } from "vitest";
import { approveStep, depositPlan } from "@/lib/transaction/planFixture";
import type { Progress, TransactionState } from "@/lib/transaction/TransactionState";
import { placeOf, progressOf } from "./reviewStage";

const progress: Progress = { plan: depositPlan(), finished: [], nonce: null };
const act = progress.plan.steps.at(-1);
if (act === undefined) throw new TypeError("a plan ends with its act");
const approving: Progress = { ...progress, plan: depositPlan({ steps: [approveStep(), act] }) };
const sent = { hash: "0xaa", sentNonce: 1, earlierHashes: [] } as const;

describe("placeOf", () => {
  it("default: what can still be signed is reviewed, what was sent is news", () => {
    expect(placeOf({ status: "idle" })).toBe("nowhere");
    expect(placeOf({ status: "simulated", networkFeeWei: 1n, isCompared: true, ...progress })).toBe("review");
    expect(placeOf({ status: "rejected", ...progress })).toBe("review");
    const acting: Progress = { ...progress, finished: [{ kind: "permit", signature: "0x" }] };
    expect(placeOf({ status: "broadcast", delay: null, ...acting, ...sent })).toBe("toast");
    expect(placeOf({ status: "confirmed", blockNumber: 1n, ...acting, ...sent })).toBe("toast");
  });

  it("behavior: an approval on its way keeps the review open, because a step follows", () => {
    expect(placeOf({ status: "broadcast", delay: null, ...approving, ...sent })).toBe("review");
    expect(placeOf({ status: "reverted", revert: null, blockNumber: 1n, ...approving, ...sent })).toBe("toast");
  });
});

describe("a batch", () => {
  it("default: once sent it is news, whatever call comes first in it", () => {
    const batched: Progress = { ...approving, plan: { ...approving.plan, isBatch: true } };
    expect(placeOf({ status: "batchSent", batchId: "0x01", sentNonce: 1, delay: null, ...batched })).toBe("toast");
    expect(placeOf({ status: "pending", blockNumber: 1n, confirmations: 1, ...batched, ...sent })).toBe("toast");
  });
});

describe("progressOf", () => {
  it("default: the plan wherever there is one", () => {
    const { intent } = progress.plan;
    const blocked: TransactionState = {
      status: "blocked",
      intent,
      plan: progress.plan,
      reason: { kind: "accountChanged" },
      nonce: 4,
    };
    expect(progressOf({ status: "idle" })).toBeNull();
    expect(progressOf({ status: "planning", intent, nonce: null })).toBeNull();
    expect(progressOf({ ...blocked, plan: null })).toBeNull();
    expect(progressOf(blocked)?.plan).toBe(progress.plan);
    expect(progressOf({ status: "rejected", ...progress })?.finished).toEqual([]);
  });
});
