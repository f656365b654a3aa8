import { describe, expect, it } from "vitest";
import type { NodeAddressFault, NodeFault } from "@/lib/transaction/NodeTrial";
import { describeNodeAddress, describeNodeFault } from "./describeNodeTrial";

const chainName = (id: number) => `chain ${id}`;
const address = `0x${"1".repeat(40)}` as const;

const FAULTS: readonly NodeFault[] = [
  { kind: "unreachable" },
  { kind: "refusesPages" },
  { kind: "silent", seconds: 10 },
  { kind: "status", status: 401 },
  { kind: "status", status: 503 },
  { kind: "rateLimited" },
  { kind: "noSense" },
  { kind: "refused", rpcCode: null },
  { kind: "refused", rpcCode: -32_601 },
  { kind: "wrongChain", expected: 1, found: 8453 },
  { kind: "behind", block: 12_345n, newest: 12_400n },
  { kind: "otherFork", block: 12_345n },
  { kind: "noCode", addresses: [address] },
  { kind: "otherCode", addresses: [address, address] },
  { kind: "noCalls" },
  { kind: "noLogs", fromBlock: 0n },
];

describe("a node that is not taken", () => {
  it("default: every fault has its own three sentences", () => {
    const messages = FAULTS.map((fault) => describeNodeFault(fault, chainName));
    for (const { what, why, next } of messages)
      for (const text of [what, why, next]) expect(text).toMatch(/^[A-Z].*\.$/);
    expect(new Set(messages.map(({ what, why }) => what + why)).size).toBe(FAULTS.length);
    expect(messages[9]?.why).toBe("It says chain 8453; this app is on chain 1.");
    expect(messages[10]?.why).toBe("Its newest block is 12,345; the app’s nodes are at 12,400.");
    expect(messages[13]?.why).toBe(`Other code than published stands at ${address} and 1 more.`);
  });

  it("error: every text that is no address of a node has its own sentence", () => {
    const faults: readonly NodeAddressFault[] = [
      ...(["empty", "tooLong", "noAddress", "scheme", "plain", "credentials", "ipv6", "host", "fragment"] as const),
    ];
    expect(new Set(faults.map(describeNodeAddress)).size).toBe(faults.length);
  });
});
