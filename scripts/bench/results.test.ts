import { describe, expect, it } from "vitest";
import { benchRow, benchTable } from "./results";

const measured = { task: "black", runtime: "node", oursNs: 100, peer: "QuantLib", peerNs: 350 } as const;

describe("benchRow", () => {
  it("default: the ratio is the peer's time over ours", () => {
    expect(benchRow(measured, 3)).toEqual({ ...measured, ratio: 3.5, goal: 3, met: true });
    expect(benchRow(measured, 4).met).toBe(false);
  });

  it("behavior: without a peer, or without a goal, nothing is met and nothing missed", () => {
    expect(benchRow({ ...measured, peerNs: null }, 3)).toMatchObject({ ratio: null, met: null });
    expect(benchRow(measured, null)).toMatchObject({ ratio: 3.5, met: null });
  });
});

describe("benchTable", () => {
  it("default", () => {
    const table = benchTable([benchRow(measured, 3), benchRow({ ...measured, peerNs: null }, 3)]);
    expect(table).toMatch(/black\s+node\s+100 ns\s+QuantLib\s+350 ns\s+3\.50 ×\s+3 ×\s+met\n/);
    expect(table).toContain("not installed: npm run bench -- --peers");
  });

  it("behavior: a miss shouts", () => {
    expect(benchTable([benchRow(measured, 4)])).toContain("MISSED");
  });
});
