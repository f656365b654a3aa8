import { expect, test } from "vitest";
import { approveStep, depositManyCall } from "@/lib/transaction/planFixture";
import { describeSafePlan, describeSafeWait } from "./describeSafe";

const act = { kind: "act", call: depositManyCall() } as const;
const WAIT = { nonce: 7, signed: 1, needed: 2, owners: 3, isShown: true } as const;

test("default: how many owners, how many have signed, and whose hash it is", () => {
  expect(describeSafeWait(WAIT, null)).toEqual({
    what: "Waiting for 2 of 3 owners to sign.",
    why: "One has signed. The hash that the Safe shows is the one of what you reviewed.",
    next: "You can leave this page.",
  });
  expect(describeSafeWait({ ...WAIT, signed: 0 }, null).why).toContain("Nobody has signed yet.");
});

test("behavior: signed by all that it takes, it waits for somebody to execute it", () => {
  const { what, why } = describeSafeWait({ ...WAIT, signed: 2 }, "slow");
  expect(what).toBe("It waits in your Safe to be executed.");
  expect(why).toContain("2 have signed, as many as it takes (2 of 3).");
});

test("error: another hash than the one of what was shown comes before everything else", () => {
  const { what, next } = describeSafeWait({ ...WAIT, signed: 2, isShown: false }, "slow");
  expect(what).toBe("Your Safe asks its owners for another signature than was shown.");
  expect(next).toContain("Nobody should sign it.");
});

test("error: a page that says that it was rejected, while the chain does not, is quoted and not believed", () => {
  expect(describeSafeWait(WAIT, "stillOpen")).toEqual({
    what: "Your Safe’s page says that it was rejected or replaced, and the chain does not show it.",
    why: "As far as this page can read, number 7 is still free in your Safe, so it may yet be executed.",
    next: "Reject it in your Safe before you try again. This page looks on until you close this.",
  });
});

test("behavior: a hash that nobody could compare is not called the same", () => {
  expect(describeSafeWait({ ...WAIT, isShown: null }, null).why).toContain("could not be compared");
});

test("default: one transaction, with how many calls", () => {
  expect(describeSafePlan({ steps: [approveStep(), act] })).toMatch(/^One Safe transaction with 2 calls, together/);
  expect(describeSafePlan({ steps: [act] })).toMatch(/^One Safe transaction\. Nothing happens/);
});
