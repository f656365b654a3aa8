import { describe, expect, it } from "vitest";
import type { Violation } from "@/lib/transaction/Violation";
import {
  describeLinkFault,
  describeSafeFault,
  describeSharedViolation,
  describeUnknownCall,
  hashGroups,
} from "./describeShared";

const STRANGER = `0x${"bd".repeat(20)}` as const;
const VIOLATIONS: readonly Violation[] = [
  { kind: "wrongChain", found: 1, expected: 8453 },
  { kind: "badSteps" },
  { kind: "unknownTarget", target: STRANGER },
  { kind: "unknownFunction", target: STRANGER, selector: "0xa22cb465" },
  { kind: "malformedCalldata", target: STRANGER },
  { kind: "foreignBeneficiary", functionName: "depositMany", found: STRANGER },
  { kind: "unknownSpender", token: STRANGER, spender: STRANGER },
  { kind: "amountNotExact", token: STRANGER, found: 2n, expected: 1n },
  { kind: "unexpectedValue", functionName: "depositMany", value: 5n },
];

describe("describeShared", () => {
  it("default: a stranger who would gain is named in every character, and nobody is called you", () => {
    const sentences = VIOLATIONS.map(describeSharedViolation);
    expect(sentences[5]).toContain(STRANGER);
    expect(sentences[6]).toContain(STRANGER);
    for (const sentence of sentences) expect(sentence).not.toMatch(/\byou/);
  });

  it("behavior: every reason is a sentence, and no two are the same", () => {
    const faults = (["empty", "tooLong", "otherVersion", "damaged", "badChecksum"] as const).map(describeLinkFault);
    const reasons = (["target", "function", "bytes"] as const).map(describeUnknownCall);
    for (const { what, why, next } of faults) expect(`${what} ${why} ${next}`).toMatch(/^[A-Z].*\.$/);
    expect(new Set(faults.map(({ what }) => what)).size).toBe(faults.length);
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  it("error: a Safe's transaction without its batch contract does nothing, one to other code could do anything", () => {
    const contract = { name: "MultiSendCallOnly 1.4.1", address: STRANGER, codeHash: `0x${"5a".repeat(32)}` } as const;
    const [missing, other, hash] = (
      [
        { kind: "noBatchCode", contract },
        { kind: "otherBatchCode", contract },
        { kind: "otherHash", version: "1.4.1" },
      ] as const
    ).map((fault) => Object.values(describeSafeFault(fault)).join(" "));
    expect(missing).toMatch(/is not on this chain\..*would do nothing and use up the number.*Do not sign it\.$/);
    expect(other).toMatch(/could do anything as your Safe\..*Do not sign it\.$/);
    for (const sentence of [missing, other]) expect(sentence).toContain(STRANGER);
    for (const sentence of [missing, other, hash]) expect(sentence).toMatch(/no hash is shown/i);
  });

  it("behavior: a hash is read in eight groups, and none of it is left out", () => {
    const hash = `0x${"0123456789abcdef".repeat(4)}` as const;
    expect(hashGroups(hash)).toHaveLength(8);
    expect(`0x${hashGroups(hash).join("")}`).toBe(hash);
  });
});
