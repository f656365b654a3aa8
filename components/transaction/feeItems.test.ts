import { expect, test } from "vitest";
import { approveStep, depositManyCall, depositPlan, permitStep } from "@/lib/transaction/planFixture";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import { feeItems } from "./feeItems";

const ACT = { kind: "act", call: depositManyCall() } as const;
const HASH = `0x${"11".repeat(32)}` as const;
const FEE = { networkFeeWei: 2n * 10n ** 15n };
const twoSteps = depositPlan({ steps: [approveStep(), ACT] });
const batch = depositPlan({ steps: [approveStep(), ACT], isBatch: true });
const permit = depositPlan({ steps: [permitStep(), ACT] });

const progressOf = (plan: TransactionPlan) => ({ plan, finished: [], nonce: null });
const pendingOf = (plan: TransactionPlan) => {
  const sent = { ...progressOf(plan), hash: HASH, sentNonce: 1, earlierHashes: [] };
  return { ...sent, status: "pending", blockNumber: 9n, confirmations: 1 } as const;
};

test.each([
  ["an approval and an act", twoSteps, "Network fee, 2 transactions"],
  ["a batch of both", batch, "Network fee"],
  ["a permit and an act", permit, "Network fee"],
])("default: %s, before and while the wallet is asked", (_, plan, key) => {
  const items = [{ key, value: "up to about 0.002 ETH" }];
  expect(feeItems({ ...progressOf(plan), ...FEE, status: "simulated", isCompared: true }, plan)).toEqual(items);
  expect(feeItems({ ...progressOf(plan), ...FEE, status: "awaitingSignature", askedNonce: 1 }, plan)).toEqual(items);
});

test("behavior: while an approval is out the act is still to be paid; nothing is once the last is out, or the batch", () => {
  expect(feeItems(pendingOf(twoSteps), twoSteps)).toEqual([
    { key: "Network fee", value: "of what follows: after its simulation" },
  ]);
  const approved = { ...pendingOf(twoSteps), finished: [{ kind: "approve", hash: HASH } as const] };
  expect(feeItems(approved, twoSteps)).toEqual([]);
  expect(feeItems({ ...pendingOf(batch), batchId: "0x70" }, batch)).toEqual([]);
});

test("behavior: before the simulation it is not known, and a Safe's is paid by who executes it", () => {
  expect(feeItems({ ...progressOf(twoSteps), status: "simulating" }, twoSteps)).toEqual([
    { key: "Network fee", value: "after the simulation" },
  ]);
  const safe = { ...batch, isSafe: true };
  expect(feeItems({ ...progressOf(safe), status: "simulating" }, safe)).toEqual([
    { key: "Network fee", value: "paid by who executes it" },
  ]);
});
