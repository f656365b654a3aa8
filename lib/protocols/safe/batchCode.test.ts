import { keccak256 } from "viem";
import { describe, expect, it } from "vitest";
import { batchCode } from "./batchCode";
import { batchContract } from "./multiSend";

describe("batchCode", () => {
  const contract = batchContract("1.4.1", 1);

  it("default: the published hash alone is the published code", () => {
    expect(batchCode(contract, contract.codeHash)).toBe("published");
    expect(batchCode(contract, batchContract("1.3.0", 1).codeHash)).toBe("other");
  });

  it("behavior: nobody, and an account that has only coins, are no code", () => {
    expect(batchCode(contract, `0x${"00".repeat(32)}`)).toBe("none");
    // EIP-1052: the hash of empty code.
    expect(batchCode(contract, "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")).toBe("none");
  });

  it("error: a delegation or a single instruction is other code", () => {
    expect(batchCode(contract, keccak256(`0xef0100${"5a".repeat(20)}`))).toBe("other");
    expect(batchCode(contract, keccak256("0x00"))).toBe("other");
  });
});
