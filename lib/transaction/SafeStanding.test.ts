import { expect, it } from "vitest";
import { parseBatchStatus } from "./BatchStatus";
import { depositPlan } from "./planFixture";
import { reduceTransaction } from "./reduceTransaction";
import { parseSafeStanding } from "./SafeStanding";
import { deserialiseTransaction, serialiseTransaction } from "./storedTransaction";
import type { TransactionState } from "./TransactionState";

const SAFE = { nonce: 7, signed: 1, needed: 2, owners: 3 } as const;
const SENT: TransactionState = {
  status: "batchSent",
  plan: depositPlan({ isBatch: true }),
  finished: [],
  nonce: null,
  batchId: `0x${"5a".repeat(32)}`,
  sentNonce: 1,
  delay: null,
};
const waits = (isShown: boolean | null, signed = 1) =>
  ({ type: "batchDelayed", batchId: SENT.batchId, delay: null, safe: { ...SAFE, signed, isShown } }) as const;

it("default: the standing comes with the wallet's answer, open, done or given up", () => {
  const capabilities = { safe: SAFE };
  expect(parseBatchStatus({ status: 100, capabilities })).toEqual({ kind: "pending", safe: SAFE });
  expect(parseBatchStatus({ status: 200, capabilities })).toMatchObject({ kind: "done", safe: SAFE });
  expect(parseBatchStatus({ status: 400, capabilities })).toEqual({ kind: "failed", safe: SAFE });
  expect(parseBatchStatus({ status: 100 })).toEqual({ kind: "pending" });
});

it.each([
  {},
  { capabilities: null },
  { capabilities: { safe: 7 } },
  { capabilities: { safe: { ...SAFE, nonce: -1 } } },
  { capabilities: { safe: { ...SAFE, signed: "1" } } },
  { capabilities: { safe: { ...SAFE, needed: 1.5 } } },
  { capabilities: { safe: { ...SAFE, owners: Number.NaN } } },
  { capabilities: { safe: { ...SAFE, nonce: 2 ** 53 } } },
])("error: answer %# has no standing", (answer) => {
  expect(parseSafeStanding(answer)).toBeNull();
});

it("behavior: it is kept, changes with each signature, and survives silence and a reload", () => {
  const one = reduceTransaction(SENT, waits(true));
  expect(one).toMatchObject({ status: "batchSent", safe: { signed: 1, isShown: true } });
  expect(reduceTransaction(one, waits(true))).toBe(one);
  const two = reduceTransaction(one, waits(true, 2));
  expect(two).toMatchObject({ safe: { signed: 2 } });
  const silent = reduceTransaction(two, { type: "batchDelayed", batchId: SENT.batchId, delay: "silent" });
  expect(silent).toMatchObject({ delay: "silent", safe: { signed: 2 } });
  expect(deserialiseTransaction(serialiseTransaction(silent))).toEqual({ ok: true, state: silent });
});

it("error: what storage holds in place of a standing is not taken up", () => {
  const text = serialiseTransaction(reduceTransaction(SENT, waits(null)));
  expect(deserialiseTransaction(text.replace('"signed":1', '"signed":"1"')).ok).toBe(false);
});
