import { expect, test } from "vitest";
import { approveStep, depositPlan, NOW, permitStep, ROUTER, USDC } from "@/lib/transaction/planFixture";
import type { Step } from "@/lib/transaction/TransactionPlan";
import { describeGrant } from "./describeGrant";

const READING = { plan: depositPlan(), spenderName: "the Ballast router", now: NOW };

function told(step: Step, reading = READING): string {
  if (step.kind !== "permit" && step.kind !== "approve") throw new TypeError("a grant was expected");
  return describeGrant(step, reading);
}

test("default: a permit says who, how much, until when, and what is left", () => {
  expect(told(permitStep())).toBe(
    "Lets the Ballast router take up to 1,500.00 USDC, and only in a transaction that you send. It can be handed in once, until Wed 18 Nov, 11:21 UTC. The last step uses all of it: nothing is left afterwards.",
  );
});

test("default: an approval has no end, and says where it is revoked", () => {
  expect(told(approveStep())).toBe(
    "Lets the Ballast router take up to 1,500.00 USDC, and only in a transaction that you send. It has no end date: if you stop after this step, it stands until you revoke it under Permissions. The last step uses all of it: nothing is left afterwards.",
  );
});

test("behavior: an old allowance that is taken back grants nothing; what would be left is told", () => {
  expect(told(approveStep({ amount: 0n }))).toContain("It grants nothing.");
  const plan = depositPlan({ allowanceLeft: [{ token: USDC, spender: ROUTER, amount: 5_000_000n }] });
  expect(told(approveStep(), { ...READING, plan })).toContain("After the last step, 5.00 USDC of it is left.");
});

test("behavior: in a batch it is used at once, or was never given", () => {
  const reading = { ...READING, plan: depositPlan({ isBatch: true }) };
  expect(told(approveStep(), reading)).toContain(
    "It is used in the same transaction; if that fails, it was never given. The last step uses all of it",
  );
});
