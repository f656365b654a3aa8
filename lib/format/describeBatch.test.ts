import { expect, test } from "vitest";
import type { BatchRefusal } from "@/lib/transaction/Intent";
import { approveStep, depositManyCall, depositPlan, REDEEM } from "@/lib/transaction/planFixture";
import { describeBatch, describeBatchDelay, describeRefusal, describeTogether } from "./describeBatch";

const act = { kind: "act", call: depositManyCall() } as const;

test("default: one signature for everything, or nothing", () => {
  expect(describeBatch(depositPlan({ steps: [approveStep(), act] }))).toBe(
    "One signature: approval and deposit are sent together, or not at all.",
  );
  const redeem = depositPlan({ intent: REDEEM, steps: [approveStep(), approveStep(), act] });
  expect(describeBatch(redeem)).toBe("One signature: approvals and withdrawal are sent together, or not at all.");
});

test("default: the form says who sends approval and deposit together, and speaks of no permit", () => {
  expect(describeTogether("wallet")).toMatch(/^One signature, one transaction: your wallet/);
  expect(describeTogether("safe")).toMatch(/^One Safe transaction: .* owners have signed\.$/);
  for (const by of ["wallet", "safe"] as const) expect(describeTogether(by)).not.toMatch(/permit/i);
});

test.each<readonly [BatchRefusal, string]>([
  ["upgrade", "smart account"],
  ["chain", "on this network"],
  ["atomicity", "all or none"],
  ["unsupported", "does not know"],
])("behavior: %s is told, and that nothing was sent", (why, words) => {
  const message = describeRefusal({ kind: "batch", why });
  expect(message.what).toBe("Your wallet does not send the calls together.");
  expect(message.why).toContain(words);
  expect(message.next).toContain("nothing was sent");
});

test("behavior: a wallet without permits is told so", () => {
  expect(describeRefusal({ kind: "permit" }).what).toBe("Your wallet does not sign permits.");
});

test("default: nothing is said of a batch before there is something to say", () => {
  expect(describeBatchDelay(null)).toBeNull();
  for (const delay of ["slow", "untraced", "unread", "disputed", "silent", "stillOpen"] as const) {
    expect(describeBatchDelay(delay)).toContain("Before you try again, look at your position");
  }
});
