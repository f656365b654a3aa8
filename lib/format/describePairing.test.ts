import { expect, it } from "vitest";
import { describePairing, describeSessionEnd } from "./describePairing";

const PROBLEMS = ["unreachable", "rejected", "expired", "noAccount", "failed"] as const;
const ENDS = ["wallet", "time", "storage", "server"] as const;

it("default: each problem and each end has words of its own, and says what to do", () => {
  const words = [...PROBLEMS.map(describePairing), ...ENDS.map(describeSessionEnd)];
  expect(new Set(words.map(({ title }) => title)).size).toBe(words.length);
  expect(describeSessionEnd("failed")).toEqual(describePairing("failed"));
  for (const { title, lead } of words) {
    expect(title).toMatch(/^[A-Z].*[a-z]$/);
    expect(lead).toMatch(/^[A-Z].*\.$/);
    expect(lead).toMatch(/try again|make a new one|connect/i);
  }
});
