import { expect, test } from "vitest";
import { depositPlan } from "@/lib/transaction/planFixture";
import { describeUnclear } from "./describeUnclear";

const UNCLEAR = {
  status: "unclear",
  plan: depositPlan({ isBatch: true }),
  finished: [],
  nonce: null,
  askedNonce: 3,
  knownHashes: [],
} as const;

test("default: a batch that may still be confirmed is to be refused before another attempt", () => {
  const unknown = describeUnclear({ ...UNCLEAR, isLookedAt: true });
  expect(unknown.what).toBe("Your wallet does not know what became of it.");
  expect(unknown.next).toMatch(
    /^If its window is still open in your wallet, refuse it there first. Look at your position/,
  );
  const silent = describeUnclear({ ...UNCLEAR, isLookedAt: false, isSilent: true });
  expect(silent.what).toBe("Your wallet does not say what became of it.");
  expect(silent.next).toMatch(/^If it waits in your wallet, refuse it there first. Look at your position/);
});

test("behavior: nothing is said to be sent once only when the person is let go", () => {
  for (const plan of [UNCLEAR.plan, depositPlan()]) {
    const unclear = { ...UNCLEAR, plan };
    expect(describeUnclear({ ...unclear, isLookedAt: false }).next).toBe("Nothing is sent twice.");
    for (const told of [{ isLookedAt: true }, { isLookedAt: false, isSilent: true }]) {
      expect(describeUnclear({ ...unclear, ...told }).next).toContain("Look at your position");
    }
  }
});
