import { describe, expect, it } from "vitest";
import type { BatchCode, SafeReview } from "./SafeReview";
import { safeFault } from "./safeFault";

const ADDRESS = `0x${"5a".repeat(20)}` as const;
const HASH = `0x${"ab".repeat(32)}` as const;
const CONTRACT = { name: "MultiSendCallOnly 1.4.1", address: ADDRESS, codeHash: HASH };
const SAFE: SafeReview = {
  version: "1.4.1",
  threshold: 1n,
  owners: 1,
  nextNonce: 7n,
  transaction: {
    to: ADDRESS,
    value: 0n,
    calldata: "0x",
    operation: 0,
    safeTxGas: 0n,
    baseGas: 0n,
    gasPrice: 0n,
    gasToken: ADDRESS,
    refundReceiver: ADDRESS,
    nonce: 7n,
  },
  hashes: { domainHash: HASH, messageHash: HASH, safeTxHash: HASH },
  ownHash: "same",
  batch: null,
};
const through = (code: BatchCode): SafeReview => ({ ...SAFE, batch: { contract: CONTRACT, code } });

describe("safeFault", () => {
  it("default: one call, or several through the code that Safe published, may be signed", () => {
    expect(safeFault(SAFE)).toBeNull();
    expect(safeFault({ ...SAFE, ownHash: "silent" })).toBeNull();
    expect(safeFault(through("published"))).toBeNull();
  });

  it("error: a delegated call to nothing, and one to other code, are two faults", () => {
    expect(safeFault(through("none"))).toEqual({ kind: "noBatchCode", contract: CONTRACT });
    expect(safeFault(through("other"))).toEqual({ kind: "otherBatchCode", contract: CONTRACT });
  });

  it("error: an account that hashes otherwise is no Safe, whatever stands at the batch contract", () => {
    const fault = { kind: "otherHash", version: "1.4.1" };
    expect(safeFault({ ...SAFE, ownHash: "differs" })).toEqual(fault);
    expect(safeFault({ ...through("other"), ownHash: "differs" })).toEqual(fault);
  });
});
