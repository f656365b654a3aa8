import fc from "fast-check";
import { expect, test } from "vitest";
import { type BatchStatus, parseBatchStatus } from "./BatchStatus";

const HASH = `0x${"11".repeat(32)}`;
const OTHER = `0x${"22".repeat(32)}`;
const receipt = { transactionHash: HASH, status: "0x1", logs: [] };
const DONE = { kind: "done", outcome: "confirmed", isAtomic: true, chainId: 31_337, hashes: [HASH] };

test.each<readonly [unknown, unknown]>([
  [{ status: 100 }, { kind: "pending" }],
  [{ status: 110 }, { kind: "pending" }],
  [{ status: 400 }, { kind: "failed" }],
  [{ status: 200, atomic: true, chainId: "0x7a69", receipts: [receipt] }, DONE],
  [
    { status: 500, atomic: true, chainId: "0x7a69", receipts: [receipt] },
    { ...DONE, outcome: "reverted" },
  ],
  [
    { status: 600, atomic: false, receipts: [receipt, { ...receipt, transactionHash: OTHER }] },
    { kind: "done", outcome: "partial", isAtomic: false, chainId: null, hashes: [HASH, OTHER] },
  ],
  [
    { status: 200, receipts: [receipt, receipt] },
    { ...DONE, isAtomic: null, chainId: null },
  ],
])("default: %j is read", (answer, status) => {
  expect(parseBatchStatus(answer)).toEqual(status);
});

test.each<readonly [unknown, BatchStatus["kind"]]>([
  [null, "silent"],
  [undefined, "silent"],
  ["CONFIRMED", "silent"],
  [{ status: "200", receipts: [receipt] }, "silent"],
  [{ status: "CONFIRMED", receipts: [receipt] }, "silent"],
  [{ status: 2e300 }, "silent"],
  [{ status: 200.5 }, "silent"],
  [{ status: 300 }, "silent"],
  [{ status: -100 }, "silent"],
  [{ status: 700 }, "silent"],
])("error: %j says nothing", (answer, kind) => {
  expect(parseBatchStatus(answer).kind).toBe(kind);
});

test.each<unknown>([
  "none",
  null,
  [null],
  [{}],
  [{ transactionHash: "0x12" }],
  [receipt, { transactionHash: 7 }],
  { 0: receipt },
  Array(33).fill(receipt),
])("error: with receipts %j there is no transaction to look at", (receipts) => {
  expect(parseBatchStatus({ status: 200, atomic: "yes", chainId: 31_337, receipts })).toEqual({
    ...DONE,
    isAtomic: null,
    chainId: null,
    hashes: [],
  });
});

test("error: whatever a wallet answers, nothing throws", () => {
  fc.assert(fc.property(fc.anything(), (answer) => typeof parseBatchStatus(answer).kind === "string"));
  fc.assert(fc.property(fc.anything(), (receipts) => parseBatchStatus({ status: 200, receipts }).kind === "done"));
});
