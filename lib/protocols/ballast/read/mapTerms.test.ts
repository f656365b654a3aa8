import { describe, expect, it } from "vitest";
import { currentTerms, mapTerms } from "./mapTerms";

const inForce = {
  minTenor: 86_400,
  maxTenor: 864_000,
  saleDuration: 1_200,
  openWindow: 172_800,
  maxLossBps: 10_000,
  managementFeeBps: 100,
  performanceFeeBps: 1_000,
  cap: 5_000n,
  minRequest: 100n,
} as const;
const next = {
  minTenor: 90_000,
  maxTenor: 900_000,
  saleDuration: 2_400,
  openWindow: 1_209_600,
  maxLossBps: 800,
  managementFeeBps: 200,
  performanceFeeBps: 2_000,
  cap: 9_000n,
  minRequest: 700n,
} as const;

describe("currentTerms", () => {
  it.each(["selling", "live"] as const)(
    "behavior: while %s the vault's copy holds, whatever the policy says",
    (phase) => {
      expect(currentTerms(phase, { inForce, next })).toEqual(mapTerms(inForce));
    },
  );

  it("behavior: at rest the policy's come next, but requests and closing go by the copy", () => {
    const { minRequest, openWindowSeconds, ...others } = currentTerms("idle", { inForce, next });
    expect([minRequest, openWindowSeconds]).toEqual([100n, 172_800]);
    expect(mapTerms(next)).toMatchObject(others);
  });
});
